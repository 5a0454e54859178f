import { z } from 'zod'
import { contract, operation } from '../../kernel/operation.ts'
import { memberRoles } from '../../kernel/role.ts'
import {
  countrySchema,
  currencySchema,
  daySchema,
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  percentSchema,
  zoneSchema,
} from '../../kernel/schema.ts'

/** standard: charges tax. small_business: exempt below a threshold, with the reason of its country. */
export const taxRegimeSchema = z.enum(['standard', 'small_business'])

/** The documents that carry a number without gaps. */
export const seriesKinds = ['invoice', 'credit_note', 'offer'] as const
export const seriesKindSchema = z.enum(seriesKinds)

const optionalLine = (lengthMax = 200) => z.string().trim().max(lengthMax, { error: 'text_too_long' }).nullable()

/** The look of documents: a layout, a font, whether a code to pay by stands on them, and a line at the foot. */
export const lookSchema = z.object({
  layout: z.enum(['clear', 'classic', 'airy']),
  font: z.enum(['sans', 'serif']),
  showsPaymentCode: z.boolean(),
  footer: optionalLine(300),
})

/** What documents, payment codes, tax returns and books need to know. */
const moneySettings = {
  bic: optionalLine(11),
  /** The QR-IBAN of a Swiss account, for QR references. */
  qrIban: optionalLine(40),
  /** SEPA creditor identifier, for direct debits. */
  creditorIdentifier: optionalLine(35),
  /** The number that a tax office gives beside the VAT number, such as the German Steuernummer (EN 16931 BT-32). */
  taxNumber: optionalLine(30),
  /** Where electronic invoices are addressed (BT-34): scheme of the EAS code list and identifier. */
  electronicAddress: z.object({ scheme: z.string().regex(/^[0-9A-Z]{2,4}$/, { error: 'field_malformed' }), id: lineSchema(100) }).nullable(),
  /** Who answers questions about invoices (BT-41). */
  contactPerson: optionalLine(100),
  /** accrual: tax is due when invoiced. cash: when paid. */
  taxBasis: z.enum(['accrual', 'cash']),
  /** effective: tax received less tax paid. flat_rate: a net tax rate on turnover (Switzerland). */
  taxMethod: z.enum(['effective', 'flat_rate']),
  /** The net tax rates that the tax office has granted, with what each is for. */
  flatRates: z.array(z.object({ rate: percentSchema, label: lineSchema(100) })).max(2),
  taxPeriod: z.enum(['month', 'quarter', 'half_year', 'year']),
  /** Whether tax on services to consumers in other member states is declared through the one-stop shop. */
  isOneStopShop: z.boolean(),
  chartOfAccounts: z.enum(['kmu', 'skr03', 'skr04', 'pcg', 'generic']),
  look: lookSchema,
}

export const companySchema = z.object({
  id: idSchema<'company'>(),
  name: lineSchema(),
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema,
  zone: zoneSchema,
  legalName: optionalLine(),
  street: optionalLine(),
  postalCode: optionalLine(20),
  city: optionalLine(100),
  email: emailSchema.nullable(),
  phone: optionalLine(50),
  website: optionalLine(),
  taxRegime: taxRegimeSchema,
  vatNumber: optionalLine(30),
  registrationNumber: optionalLine(50),
  iban: optionalLine(40),
  bankName: optionalLine(100),
  /** The company's own colour, "#1a5f4a". */
  accent: z.string().regex(/^#[0-9a-f]{6}$/, { error: 'colour_malformed' }),
  hasLogo: z.boolean(),
  daysToPay: z.number().int().min(0).max(365),
  isTaxIncluded: z.boolean(),
  ...moneySettings,
})

const taxRateSchema = z.object({
  id: idSchema<'tax-rate'>(),
  category: z.enum(['standard', 'reduced', 'special']),
  rate: percentSchema,
  validFrom: daySchema,
  validTo: daySchema.nullable(),
})

const memberSchema = z.object({
  id: idSchema<'member'>(),
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  capabilities: z.array(idSchema<'service'>()),
  hasLeft: z.boolean(),
})

const seriesSchema = z.object({
  kind: seriesKindSchema,
  /** Text with {year} or {yy} and {number} or {number:0000}. */
  format: z.string(),
  /** The number that the next document of this year gets. */
  next: z.number().int(),
})

const done = z.object({ id: z.string() })
const everyone = ['owner', 'staff', 'accountant'] as const

export const companyContract = contract('company', {
  create: operation({
    summary: 'Set up a company from its name and country; the rest is proposed from the country.',
    effect: 'write',
    reach: 'user',
    roles: [],
    route: 'POST /companies',
    input: z.object({
      name: lineSchema(),
      country: countrySchema,
      currency: currencySchema.optional(),
      language: languageSchema.optional(),
      zone: zoneSchema.optional(),
      taxRegime: taxRegimeSchema.optional(),
      isTaxIncluded: z.boolean().optional(),
    }),
    output: z.object({ id: idSchema<'company'>() }),
  }),
  propose: operation({
    summary: 'Say what a country proposes for a new company: currency, languages, time zone, tax rates.',
    effect: 'read',
    reach: 'public',
    roles: [],
    route: 'GET /countries/{country}',
    input: z.object({ country: countrySchema }),
    output: z.object({
      currency: z.string(),
      languages: z.array(languageSchema),
      zone: z.string(),
      daysToPay: z.number(),
      rates: z.array(z.object({ category: z.string(), rate: percentSchema, validFrom: daySchema, validTo: daySchema.nullable() })),
    }),
  }),
  mine: operation({
    summary: 'List the companies of the signed-in person with the role in each.',
    effect: 'read',
    reach: 'user',
    roles: [],
    route: 'GET /companies',
    input: z.object({}),
    output: z.object({
      person: z.object({ id: idSchema<'user'>(), name: z.string(), email: z.string() }),
      companies: z.array(
        z.object({
          id: idSchema<'company'>(),
          name: z.string(),
          role: z.enum(memberRoles),
          country: z.string(),
          currency: z.string(),
          language: languageSchema,
          zone: z.string(),
          accent: z.string(),
          hasLogo: z.boolean(),
          daysToPay: z.number(),
          isTaxIncluded: z.boolean(),
          memberId: idSchema<'member'>(),
        }),
      ),
    }),
  }),
  read: operation({
    summary: 'Read the company with members, tax rates, number series and open invitations.',
    effect: 'read',
    roles: everyone,
    route: 'GET /company',
    input: z.object({}),
    output: z.object({
      company: companySchema,
      members: z.array(memberSchema),
      invitations: z.array(z.object({ id: idSchema<'invitation'>(), email: z.string(), role: z.enum(memberRoles), expiresAt: instantSchema })),
      taxRates: z.array(taxRateSchema),
      series: z.array(seriesSchema),
    }),
  }),
  update: operation({
    summary: "Change the company's details, branding, tax status or payment terms. Documents already issued keep theirs.",
    effect: 'write',
    roles: ['owner'],
    route: 'PATCH /company',
    input: companySchema.omit({ id: true, hasLogo: true, country: true, currency: true }).partial(),
    output: done,
  }),
  'set-logo': operation({
    summary: "Set the company's logo from a PNG or JPEG file (base64), or remove it.",
    effect: 'write',
    roles: ['owner'],
    route: 'PUT /company/logo',
    input: z.object({ content: z.string().max(1_500_000, { error: 'file_too_large' }).nullable() }),
    output: done,
  }),
  'add-tax-rate': operation({
    summary: 'Add a tax rate from a day on; the one before it ends the day before.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /company/tax-rates',
    input: z.object({ category: z.enum(['standard', 'reduced', 'special']), rate: percentSchema, validFrom: daySchema }),
    output: done,
  }),
  'check-vat-number': operation({
    summary: 'Ask VIES whether a VAT number of an EU member state is in force; the answer is kept as evidence when it comes.',
    effect: 'write',
    roles: ['owner', 'staff'],
    route: 'POST /vat-number-checks',
    input: z.object({ vatNumber: lineSchema(30) }),
    output: z.object({ id: idSchema<'vat-number-check'>() }),
  }),
  'vat-number-checks': operation({
    summary: 'List what VIES said about a VAT number, latest first.',
    effect: 'read',
    roles: everyone,
    route: 'GET /vat-number-checks',
    input: z.object({ vatNumber: lineSchema(30) }),
    output: z.object({
      checks: z.array(
        z.object({
          id: idSchema<'vat-number-check'>(),
          vatNumber: z.string(),
          state: z.enum(['waiting', 'valid', 'invalid', 'unreachable']),
          consultation: z.string().nullable(),
          name: z.string().nullable(),
          address: z.string().nullable(),
          askedAt: instantSchema,
        }),
      ),
    }),
  }),
  'keep-vat-answer': operation({
    summary: 'Keep what VIES answered; done by Cloudburo itself.',
    effect: 'write',
    roles: [],
    route: 'POST /vat-number-checks/{checkId}/answer',
    input: z.object({
      checkId: idSchema<'vat-number-check'>(),
      state: z.enum(['valid', 'invalid', 'unreachable']),
      consultation: z.string().max(500).nullable(),
      name: z.string().max(500).nullable(),
      address: z.string().max(500).nullable(),
    }),
    output: z.object({ id: idSchema<'vat-number-check'>() }),
  }),
  'set-series': operation({
    summary: "Set a number series' format and, where it is higher than every number used, the next number.",
    effect: 'write',
    roles: ['owner'],
    route: 'PUT /company/series/{kind}',
    input: z.object({
      kind: seriesKindSchema,
      format: z
        .string()
        .max(40)
        .regex(/^[^{}]*(\{(year|yy)\}[^{}]*)?\{number(:0{1,8})?\}[^{}]*$/, { error: 'series_format_malformed' }),
      next: z.number().int().min(1).max(99_999_999).optional(),
    }),
    output: done,
  }),
  invite: operation({
    summary: 'Invite a person as a member; the answer carries the link for the mail.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /company/invitations',
    input: z.object({ email: emailSchema, role: z.enum(memberRoles) }),
    output: z.object({ id: idSchema<'invitation'>(), link: z.string() }),
  }),
  'withdraw-invitation': operation({
    summary: 'Withdraw an invitation that was not accepted yet.',
    effect: 'write',
    roles: ['owner'],
    route: 'DELETE /company/invitations/{invitationId}',
    input: z.object({ invitationId: idSchema<'invitation'>() }),
    output: done,
  }),
  'read-invitation': operation({
    summary: 'Say who invites to which company in which role, by the secret of an invitation link.',
    effect: 'read',
    reach: 'public',
    roles: [],
    route: 'POST /invitations/read',
    input: z.object({ secret: z.string().min(20).max(100) }),
    output: z.object({ company: z.string(), accent: z.string(), invitedBy: z.string(), email: z.string(), role: z.enum(memberRoles) }),
  }),
  'accept-invitation': operation({
    summary: 'Join a company by the secret of an invitation link.',
    effect: 'write',
    reach: 'user',
    roles: [],
    route: 'POST /invitations/accept',
    input: z.object({ secret: z.string().min(20).max(100) }),
    output: z.object({ id: idSchema<'company'>() }),
    secret: ['secret'],
  }),
  'change-member': operation({
    summary: "Change a member's role or what the member can deliver. The last owner stays owner.",
    effect: 'write',
    roles: ['owner'],
    route: 'PATCH /company/members/{memberId}',
    input: z.object({
      memberId: idSchema<'member'>(),
      role: z.enum(memberRoles).optional(),
      capabilities: z.array(idSchema<'service'>()).max(200).optional(),
    }),
    output: done,
  }),
  'remove-member': operation({
    summary: 'End a membership. What the member did stays.',
    effect: 'write',
    roles: ['owner'],
    route: 'DELETE /company/members/{memberId}',
    input: z.object({ memberId: idSchema<'member'>() }),
    output: done,
  }),
  'restore-member': operation({
    summary: 'Take a member back whose membership was ended, in the same role.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /company/members/{memberId}/restore',
    input: z.object({ memberId: idSchema<'member'>() }),
    output: done,
  }),
  'create-token': operation({
    summary: 'Create an API token; its secret is shown once.',
    effect: 'write',
    roles: ['owner'],
    route: 'POST /company/tokens',
    input: z.object({
      name: lineSchema(80),
      role: z.enum(memberRoles).default('owner'),
      /** "read", "write", or module names such as "work". */
      scopes: z
        .array(z.string().regex(/^[a-z]{2,20}$/, { error: 'scope_unknown' }))
        .min(1)
        .max(20)
        .default(['write']),
      expiresOn: daySchema.nullable().default(null),
    }),
    output: z.object({ id: idSchema<'api-token'>(), token: z.string() }),
  }),
  tokens: operation({
    summary: 'List the API tokens, without their secrets.',
    effect: 'read',
    roles: ['owner'],
    route: 'GET /company/tokens',
    input: z.object({}),
    output: z.object({
      tokens: z.array(
        z.object({
          id: idSchema<'api-token'>(),
          name: z.string(),
          role: z.enum(memberRoles),
          scopes: z.array(z.string()),
          createdAt: instantSchema,
          expiresAt: instantSchema.nullable(),
          isRevoked: z.boolean(),
        }),
      ),
    }),
  }),
  'revoke-token': operation({
    summary: 'Revoke an API token at once.',
    effect: 'write',
    roles: ['owner'],
    route: 'DELETE /company/tokens/{tokenId}',
    input: z.object({ tokenId: idSchema<'api-token'>() }),
    output: done,
  }),
})
