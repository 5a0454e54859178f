# Sourced by the scripts in bin/: puts a Node of version 26 first on the PATH, fetching it into .node/ where the
# machine's own is older, and installs the packages when package-lock.json has changed.
root=$(cd "$(dirname "$0")/.." && pwd)
node_major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$node_major" -lt 26 ]; then
  platform=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m)
  case $machine in x86_64 | amd64) machine=x64 ;; aarch64) machine=arm64 ;; esac
  package="node-$platform-$machine"
  if [ ! -x "$root/.node/node_modules/$package/bin/node" ]; then
    command -v npm >/dev/null || { echo "Cloudburo needs Node with npm: https://nodejs.org" >&2; exit 1; }
    echo "Fetching Node 26 …" >&2
    mkdir -p "$root/.node"
    npm install --prefix "$root/.node" --no-save --no-audit --no-fund --ignore-scripts "$package@26" >/dev/null
  fi
  PATH="$root/.node/node_modules/$package/bin:$PATH"
fi
PATH="$root/node_modules/.bin:$PATH"
export PATH
# What V8 made of the sources is kept: the next start need not strip and compile them again.
NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE:-$root/.cache/node}"
export NODE_COMPILE_CACHE
# How the server is run; the benchmark reads the same file.
node_flags=$(cat "$root/bin/lib/node-flags")

install_packages() {
  if ! cmp -s "$root/package-lock.json" "$root/node_modules/.installed-lock"; then
    echo "Installing packages …" >&2
    # Not `npm ci`: it insists on lines for the binaries of every other platform, which not every registry has.
    cp "$root/package-lock.json" "$root/.cache-lock"
    (cd "$root" && npm install --no-save --ignore-scripts --no-audit --no-fund >/dev/null)
    mv "$root/.cache-lock" "$root/package-lock.json"
    cp "$root/package-lock.json" "$root/node_modules/.installed-lock"
  fi
}

# Builds the server into a few files when it is missing or older than its sources.
build_server() {
  if [ ! -f "$root/dist/server/main.js" ] ||
    [ -n "$(find "$root/src" "$root/vite.server.config.ts" "$root/package-lock.json" -newer "$root/dist/server/main.js" -type f \( -name '*.ts' -o -name 'package-lock.json' \) -not -path '*/web/*' -not -name '*.test.ts' -print -quit)" ]; then
    echo "Building the server …" >&2
    (cd "$root" && vite build -c vite.server.config.ts --configLoader native --logLevel error)
    touch "$root/dist/server/main.js"
  fi
}

# Builds the office when it is missing or older than its sources.
build_office() {
  if [ ! -f "$root/dist/office/index.html" ] ||
    [ -n "$(find "$root/src" "$root/vite.config.ts" "$root/package-lock.json" -newer "$root/dist/office/index.html" -type f \( -path '*/web/*' -o -path '*/kernel/*' -o -path '*/texts/*' -o -name 'contract.ts' -o -name 'vite.config.ts' -o -name 'package-lock.json' \) -print -quit)" ]; then
    echo "Building the office …" >&2
    (cd "$root" && vite build --logLevel error)
    touch "$root/dist/office/index.html"
  fi
}
