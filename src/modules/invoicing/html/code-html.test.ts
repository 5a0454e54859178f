import { expect, test } from 'vitest'
import { paymentCodeOf } from '../payment-code/payment-code.ts'
import { sampleCode } from '../pdf/sample.ts'
import { pictureOfImage, readQr } from '../testing/picture.ts'
import { codeHtml } from './code-html.ts'

test('the code of the page is read as what was asked for, and needs neither script nor style of its own', async () => {
  const code = paymentCodeOf(sampleCode())!
  const markup = String(await codeHtml(code, 'Scan <to> pay'))
  const svg = /<svg[\s\S]*<\/svg>/.exec(markup)![0].replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
  expect(readQr(await pictureOfImage(new TextEncoder().encode(svg), 600))).toBe(code.payload)
  expect(markup).not.toMatch(/<script|style=|on\w+=/)
  expect(markup).toContain('Scan &lt;to&gt; pay')
})
