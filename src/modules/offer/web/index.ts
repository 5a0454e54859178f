import { page, type WebModule } from '../../../web/kit/module.ts'

export const web: WebModule = {
  routes: [
    { path: '/offer', title: 'offer.title', place: 'offer', page: page(() => import('./offer-page.tsx'), 'OfferPage') },
    { path: '/offer/products/new', title: 'offer.new-product', place: 'offer', page: page(() => import('./product-page.tsx'), 'NewProductPage') },
    { path: '/offer/products/$productId', title: 'offer.product', place: 'offer', page: page(() => import('./product-page.tsx'), 'EditProductPage') },
    { path: '/offer/services/new', title: 'offer.new-service', place: 'offer', page: page(() => import('./service-page.tsx'), 'NewServicePage') },
    { path: '/offer/services/$serviceId', title: 'offer.service', place: 'offer', page: page(() => import('./service-page.tsx'), 'EditServicePage') },
  ],
}
