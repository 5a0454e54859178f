import { useEffect } from 'react'
import { Button } from '../kit/button.tsx'
import { EmptyState, Page } from '../kit/layout.tsx'
import { useTexts } from '../kit/texts.tsx'

/** No such page. */
export function Missing() {
  const { t } = useTexts()
  return (
    <Page title={t('shell.not-found')}>
      <EmptyState text={t('shell.not-found-hint')} action={<a href="/">{t('shell.to-today')}</a>} />
    </Page>
  )
}

/** A page that threw: a bug, said calmly. A missing part after an update is fetched anew once. */
export function Broken({ error }: { readonly error: unknown }) {
  const { t } = useTexts()
  useEffect(() => {
    console.error(error)
    if (isStalePart(error)) reloadOnce()
  }, [error])
  return (
    <Page title={t('shell.broken')}>
      <EmptyState
        text={t('shell.broken-hint')}
        action={
          <>
            <Button look="primary" onClick={() => window.location.reload()}>
              {t('shell.try-again')}
            </Button>
            <a href="/">{t('shell.to-today')}</a>
          </>
        }
      />
    </Page>
  )
}

function isStalePart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
}

function reloadOnce(): void {
  const key = 'cloudburo.reloaded'
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 30_000) return
  sessionStorage.setItem(key, String(Date.now()))
  window.location.reload()
}
