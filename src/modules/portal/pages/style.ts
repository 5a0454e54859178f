/** Paper, ink and one colour; phone first; light and dark; nothing loaded from elsewhere. */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--grey:#5f5c56;--hairline:#e2ded6;--font:ui-sans-serif,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 var(--font);font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
.page{max-width:42rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
.brand{display:flex;align-items:center;min-height:3rem;margin-bottom:2.5rem;font-weight:600;font-size:1.125rem;color:var(--accent);text-decoration:none}
.brand img{max-height:3rem;max-width:12rem}
h1{font-size:clamp(1.75rem,6vw,2.375rem);line-height:1.15;font-weight:600;letter-spacing:-.01em;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.0625rem;font-weight:600;margin:3rem 0 .25rem;padding-bottom:.5rem;border-bottom:1.5px solid var(--accent)}
p{margin:0 0 1rem}.lead{color:var(--grey);font-size:1.125rem}
.small{color:var(--grey);font-size:.9375rem}
ul{list-style:none;margin:0;padding:0}
.row{display:flex;gap:.25rem 1rem;flex-wrap:wrap;justify-content:space-between;align-items:baseline;padding:.875rem 0;border-bottom:1px solid var(--hairline)}
.row>div{min-width:0;flex:1 1 14rem}.row strong{font-weight:600}.row .figure{flex:0 0 auto;text-align:right}
.row small{display:block;color:var(--grey);font-size:.9375rem}
.message{padding:.875rem 0;border-bottom:1px solid var(--hairline);overflow-wrap:anywhere}.message small{display:block;color:var(--grey);font-size:.9375rem}.message strong{font-weight:600}.message p{margin:.25rem 0 0;white-space:pre-line}
.prices{width:100%;border-collapse:collapse;margin:0 0 1.5rem}.prices td{padding:.625rem 0;border-bottom:1px solid var(--hairline);vertical-align:baseline}.prices td+td{text-align:right;white-space:nowrap;padding-left:1rem}.prices .total td{font-weight:600;border-bottom:1.5px solid var(--accent)}
.late{font-weight:600}
a{color:var(--accent);text-underline-offset:.2em}
.button,button{display:inline-block;min-height:3rem;padding:.75rem 1.75rem;border:0;border-radius:.5rem;background:var(--accent);color:var(--on-accent);font:600 1.0625rem/1.4 var(--font);text-decoration:none;cursor:pointer}
button.quiet{background:transparent;color:var(--ink);border:1px solid var(--grey)}
@media (max-width:30rem){.wide{width:100%;text-align:center}}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
label{display:block;font-weight:600;margin:1rem 0 .375rem}
input,textarea{width:100%;min-height:3rem;padding:.625rem .75rem;border:1px solid var(--grey);border-radius:.5rem;background:transparent;color:inherit;font:inherit}
textarea{min-height:6rem;resize:vertical}
form button{margin-top:1.25rem}form.pay{flex-basis:100%}form.pay button{margin-top:.25rem}
.text{font-size:1.125rem;line-height:1.55;padding:1.5rem 0;border-bottom:1px solid var(--hairline);margin-bottom:1.5rem;overflow-wrap:anywhere}.text p{margin:0 0 .75rem}.text p:last-child{margin:0}
.notice{padding:1rem 0 1rem 1rem;border-left:3px solid var(--accent);margin:1.5rem 0;font-weight:600}
details{margin-top:2rem}summary{cursor:pointer;color:var(--grey);padding:.5rem 0}
footer{margin-top:4rem;color:var(--grey);font-size:.9375rem}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#f1efe9;--grey:#a9a59c;--hairline:#35322d;--accent:var(--accent-dark)!important;--on-accent:var(--on-accent-dark)!important}.brand img{background:#fff;padding:.25rem;border-radius:.25rem}}
@media print{.button,form,details,footer{display:none}}
`
