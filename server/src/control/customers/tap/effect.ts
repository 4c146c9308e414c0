import type { z } from 'zod'
import type { Customer } from '../../../domain/messaging/model.ts'
import type { ClickedButton } from '../../../events/message.ts'
import { refusal } from '../../refuse.ts'

/** What the phone sends to the business. */
export interface Answer {
  type: string
  content: unknown
  /** The customer hands out the phone number, whatever the username hides. */
  showsPhone?: true
}

/** Who fills in a form, and when. */
interface Filling {
  customer: Customer
  now: number
}

/** A sheet that the phone opens; what is filled in makes the answer. */
export interface Form<Values = unknown> {
  values: z.ZodType<Values>
  /** What `data` holds, for whoever gave none that fits. */
  asks: string
  answer(values: Values, filling: Filling): Answer
}

/** What a tap on a button does. */
export type TapEffect =
  | ({ does: 'answer' } & Answer)
  | { does: 'fill'; fill: (data: unknown, filling: Filling) => Answer }
  | { does: 'open'; url: string }
  /** Nothing that the business hears of; the sentence says what the phone does instead. */
  | { does: 'other'; sentence: string }

export interface TapButton {
  title: string
  /** The id or payload that comes back. */
  id?: string
  effect: TapEffect
  /** How a tap on it is counted; of other buttons no number is told. */
  counts?: ClickedButton
}

export const answer = (type: string, content: unknown): TapEffect => ({ does: 'answer', type, content })

export const replyButton = ({ id, title }: { id: string; title: string }): TapButton => ({
  title,
  id,
  effect: answer('interactive', { type: 'button_reply', button_reply: { id, title } }),
  counts: 'quick_reply_button',
})

export const urlButton = (title: string, url: string): TapButton => ({
  title,
  effect: { does: 'open', url },
  counts: 'url_button',
})

export const other = (title: string, sentence: string): TapButton => ({ title, effect: { does: 'other', sentence } })

/** Throws Refused, with what the form asks for, when the values do not fit. */
export const formButton = <Values>(title: string, form: Form<Values>): TapButton => ({
  title,
  effect: {
    does: 'fill',
    fill(data, filling) {
      const read = form.values.safeParse(data ?? {})
      if (!read.success) throw refusal(`"${title}" opens a form. Give data: ${form.asks}.`)
      return form.answer(read.data, filling)
    },
  },
})
