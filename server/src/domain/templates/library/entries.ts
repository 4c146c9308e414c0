import type { LibraryButton, LibraryParamType, LibraryTemplate } from './entry.ts'

/** A sample and the type of one variable. */
type Param = [sample: string, type: LibraryParamType]

const URL_OF = 'https://www.example.com/'
const view = (text: string): LibraryButton => ({ type: 'URL', text, url: URL_OF })
const call = (text: string): LibraryButton => ({ type: 'PHONE_NUMBER', text, phone_number: '+18005550100' })

const FIRST_ID = 7_000_000_000_000_001

function entry(
  kind: Pick<LibraryTemplate, 'topic' | 'usecase' | 'industry'>,
  name: string,
  header: string | undefined,
  body: string,
  params: Param[],
  ...buttons: LibraryButton[]
): Omit<LibraryTemplate, 'id'> {
  return {
    name,
    language: 'en_US',
    category: 'UTILITY',
    ...kind,
    ...(header === undefined ? {} : { header }),
    body,
    body_params: params.map(([sample]) => sample),
    body_param_types: params.map(([, type]) => type),
    ...(buttons.length > 0 ? { buttons } : {}),
  }
}

const orders = (usecase: string) => ({ topic: 'ORDER_MANAGEMENT', usecase, industry: ['E_COMMERCE' as const] })
const payments = (usecase: string) => ({ topic: 'PAYMENTS', usecase, industry: ['FINANCIAL_SERVICES' as const] })
const accounts = (usecase: string) => ({ topic: 'ACCOUNT_UPDATE', usecase, industry: ['FINANCIAL_SERVICES' as const] })

const ORDER: Param = ['#48213', 'TEXT']
const DAY_OF: Param = ['March 3, 2027', 'DATE']
const SUM: Param = ['$42.50', 'AMOUNT']

const ENTRIES = [
  entry(
    orders('ORDER_CONFIRMATION'),
    'order_confirmation_1',
    'We have your order',
    'Thank you for ordering with us. We have your order {{1}} and expect to ship it by {{2}}.',
    [ORDER, DAY_OF],
    view('View order'),
  ),
  entry(
    orders('SHIPMENT_CONFIRMATION'),
    'shipment_confirmation_1',
    'Your order has left us',
    'Your order {{1}} was handed to the carrier today. It should reach you by {{2}} at the latest.',
    [ORDER, DAY_OF],
    view('Track package'),
  ),
  entry(
    orders('DELIVERY_UPDATE'),
    'delivery_update_1',
    undefined,
    'Your order {{1}} is out for delivery and will be brought to {{2}} today.',
    [ORDER, ['1 Hacker Way, Menlo Park, CA', 'ADDRESS']],
    view('Track package'),
  ),
  entry(
    orders('DELIVERY_CONFIRMATION'),
    'delivery_confirmation_1',
    'Your order is there',
    'Your order {{1}} was delivered. If you cannot find it or something is missing, let us know.',
    [ORDER],
    call('Call us'),
  ),
  entry(
    orders('DELIVERY_FAILED'),
    'delivery_failed_1',
    'We could not deliver',
    'Nobody was there to take your order {{1}} today. We will come back on {{2}} unless you choose another day.',
    [ORDER, DAY_OF],
    view('Choose a day'),
    call('Call us'),
  ),
  entry(
    orders('ORDER_DELAY'),
    'order_delay_1',
    'Your order takes longer',
    'We are sorry: your order {{1}} is delayed. The new delivery date is {{2}} as far as we know today.',
    [ORDER, DAY_OF],
    view('View order'),
  ),
  entry(
    orders('ORDER_PICK_UP'),
    'order_pick_up_1',
    'Ready to be picked up',
    'Your order {{1}} waits for you at {{2}} and will be kept for a week.',
    [ORDER, ['500 Market Street, San Francisco', 'ADDRESS']],
  ),
  entry(
    orders('ORDER_OR_TRANSACTION_CANCEL'),
    'order_cancel_1',
    undefined,
    'Your order {{1}} was canceled as you asked. What you paid, {{2}} in all, goes back to you within ten days.',
    [ORDER, SUM],
  ),
  entry(
    orders('RETURN_CONFIRMATION'),
    'return_confirmation_1',
    'Your return has arrived',
    'We have received what you returned from order {{1}} and look at it in the coming days.',
    [ORDER],
  ),
  entry(
    { topic: 'CUSTOMER_FEEDBACK', usecase: 'FEEDBACK_SURVEY', industry: ['E_COMMERCE', 'FINANCIAL_SERVICES'] },
    'feedback_survey_1',
    'How did we do?',
    'You were in touch with us on {{1}} about your order. Two questions would help us to do it better next time.',
    [DAY_OF],
    view('Answer questions'),
  ),
  entry(
    payments('PAYMENT_CONFIRMATION'),
    'payment_confirmation_1',
    'Thank you for your payment',
    'We have received your payment of {{1}} on {{2}} for the account that ends in {{3}} and booked it.',
    [SUM, DAY_OF, ['4821', 'NUMBER']],
    view('View receipt'),
  ),
  entry(
    payments('PAYMENT_DUE_REMINDER'),
    'payment_due_reminder_1',
    'A payment is due',
    'This is a reminder that your payment of {{1}} is due on {{2}} at the latest.',
    [SUM, DAY_OF],
    view('Pay'),
  ),
  entry(
    payments('PAYMENT_OVERDUE'),
    'payment_overdue_1',
    'A payment is overdue',
    'Your payment of {{1}} was due on {{2}} and has not reached us. Please see to it soon.',
    [SUM, DAY_OF],
    view('Pay'),
    call('Call us'),
  ),
  entry(
    accounts('LOW_BALANCE_WARNING'),
    'low_balance_warning_1',
    'Your balance is low',
    'The balance of your account that ends in {{1}} is down to {{2}} as of today.',
    [['4821', 'NUMBER'], SUM],
    view('View account'),
  ),
  entry(
    accounts('TRANSACTION_ALERT'),
    'transaction_alert_1',
    undefined,
    'A transaction of {{1}} was made with your account that ends in {{2}} on {{3}} just now.',
    [SUM, ['4821', 'NUMBER'], DAY_OF],
    call('Report a problem'),
  ),
  entry(
    accounts('STATEMENT_AVAILABLE'),
    'statement_available_1',
    'Your statement is ready',
    'The statement of your account that ends in {{1}} is ready to be looked at.',
    [['4821', 'NUMBER']],
    view('View statement'),
  ),
]

/** The library: texts of our own, for each common use. They are read only, and the same in every world. */
export const LIBRARY: readonly LibraryTemplate[] = ENTRIES.map((one, index) => ({
  ...one,
  id: String(FIRST_ID + index),
}))
