import { useState } from 'react'
import type { AddressValues } from '../../api/messages.ts'
import { Field } from '../../ui/field.tsx'
import { usePhone } from '../phone-context.ts'
import { FormSheet } from './form-sheet.tsx'

/** The fields of an address in India, the one country that has address messages. */
const FIELDS = [
  ['name', 'Name'],
  ['phone_number', 'Phone number'],
  ['in_pin_code', 'Pin code'],
  ['house_number', 'House number'],
  ['floor_number', 'Floor'],
  ['tower_number', 'Tower'],
  ['building_name', 'Building'],
  ['address', 'Address'],
  ['landmark_area', 'Landmark'],
  ['city', 'City'],
  ['state', 'State'],
] as const

interface AddressSheetProps {
  given?: AddressValues
  saved?: { id: string; value: AddressValues }[]
  onClose: () => void
  onSubmit: (data: object) => void
}

/** Where to deliver: an address that the business knows already, or a new one. */
export function AddressSheet({ given = {}, saved = [], onClose, onSubmit }: AddressSheetProps) {
  const { customer } = usePhone()
  const [chosen, setChosen] = useState(saved[0]?.id)
  const [values, setValues] = useState<AddressValues>({ name: customer.name, phone_number: customer.wa_id, ...given })
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  return (
    <FormSheet
      title="Address"
      action="Send"
      onClose={onClose}
      onSubmit={() => onSubmit(chosen === undefined ? filled : { saved_address_id: chosen })}
    >
      {saved.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          {saved.map(({ id, value }) => (
            <Choice key={id} checked={chosen === id} onChoose={() => setChosen(id)} text={oneLine(value)} />
          ))}
          <Choice checked={chosen === undefined} onChoose={() => setChosen(undefined)} text="Another address" />
        </fieldset>
      )}
      {chosen === undefined &&
        FIELDS.map(([name, label]) => (
          <Field
            key={name}
            label={label}
            required={name === 'name' || name === 'address'}
            maxLength={name === 'in_pin_code' ? 6 : undefined}
            value={String(values[name] ?? '')}
            onChange={event => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
    </FormSheet>
  )
}

function Choice({ checked, onChoose, text }: { checked: boolean; onChoose: () => void; text: string }) {
  return (
    <label className="-mx-2 flex cursor-pointer items-center gap-3 rounded-xl px-3 py-2.5 hover:bg-hover has-checked:bg-chosen has-focus-visible:outline-2">
      <span className="min-w-0 flex-1">{text}</span>
      <input
        type="radio"
        name="address"
        checked={checked}
        onChange={onChoose}
        className="size-5 shrink-0 accent-accent"
      />
    </label>
  )
}

const oneLine = (values: AddressValues): string =>
  Object.values(values)
    .filter(value => typeof value === 'string' && value !== '')
    .join(', ')
