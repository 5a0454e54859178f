import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [],
  slots: [{ slot: 'shell.capture', order: 10, part: page(() => import('./capture-bar.tsx'), 'CaptureBar') }],
}
