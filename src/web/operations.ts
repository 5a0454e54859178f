import type { agreementsContract } from '../modules/agreements/contract.ts'
import type { booksContract } from '../modules/books/contract.ts'
import type { calendarContract } from '../modules/calendar/contract.ts'
import type { captureContract } from '../modules/capture/contract.ts'
import type { companyContract } from '../modules/company/contract.ts'
import type { contactsContract } from '../modules/contacts/contract.ts'
import type { currenciesContract } from '../modules/currencies/contract.ts'
import type { expensesContract } from '../modules/expenses/contract.ts'
import type { insightsContract } from '../modules/insights/contract.ts'
import type { invoicingContract } from '../modules/invoicing/contract.ts'
import type { messagesContract } from '../modules/messages/contract.ts'
import type { offerContract } from '../modules/offer/contract.ts'
import type { openingContract } from '../modules/opening/contract.ts'
import type { paymentsContract } from '../modules/payments/contract.ts'
import type { threadContract } from '../modules/thread/contract.ts'
import type { todayContract } from '../modules/today/contract.ts'
import type { workContract } from '../modules/work/contract.ts'

/** Names every contract that the browser may call, as types only: add yours to the three places when it exists. */
declare module './kit/operations.ts' {
  interface OperationRegistry
    extends
      Agreements,
      Books,
      Calendar,
      Capture,
      Company,
      Contacts,
      Currencies,
      Expenses,
      Insights,
      Invoicing,
      Messages,
      Offer,
      Opening,
      Payments,
      Thread,
      Today,
      Work {}
}

type Agreements = typeof agreementsContract
type Books = typeof booksContract
type Calendar = typeof calendarContract
type Capture = typeof captureContract
type Company = typeof companyContract
type Contacts = typeof contactsContract
type Currencies = typeof currenciesContract
type Expenses = typeof expensesContract
type Insights = typeof insightsContract
type Invoicing = typeof invoicingContract
type Messages = typeof messagesContract
type Offer = typeof offerContract
type Opening = typeof openingContract
type Payments = typeof paymentsContract
type Thread = typeof threadContract
type Today = typeof todayContract
type Work = typeof workContract
