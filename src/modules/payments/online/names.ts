/** Who takes money online for the company. `fake` behaves like the real ones and moves nothing: for tests and the demo. */
export const providerNames = ['stripe', 'mollie', 'fake'] as const
export type ProviderName = (typeof providerNames)[number]

/** How a customer may pay. Apple Pay and Google Pay come with `card` at both providers, on devices that have them. */
export const ways = ['card', 'sepa_debit', 'twint', 'bank_transfer', 'paypal', 'other'] as const
export type Way = (typeof ways)[number]

/** asked: the provider was not reached yet. The others are the provider's word, or that it refused. */
export const checkoutStates = ['asked', 'open', 'pending', 'paid', 'failed', 'expired', 'refused'] as const
export type CheckoutState = (typeof checkoutStates)[number]
