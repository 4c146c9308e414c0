import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormSheet } from './form-sheet.tsx'
import { type FieldRow, rowsOf, valuesOf } from './rows.ts'

interface FlowSheetProps {
  title: string
  /** What the message gave the first screen. */
  given?: { screen?: string; data?: unknown }
  onClose: () => void
  onSubmit: (data: object) => void
}

/** A flow in the abstract: whatever fields its screens have, filled in by name. */
export function FlowSheet({ title, given, onClose, onSubmit }: FlowSheetProps) {
  const [rows, setRows] = useState<FieldRow[]>(() => rowsOf(given?.data))
  const change = (key: number, changes: Partial<FieldRow>) =>
    setRows(all => all.map(row => (row.key === key ? { ...row, ...changes } : row)))
  return (
    <FormSheet title={title} action="Complete" onClose={onClose} onSubmit={() => onSubmit(valuesOf(rows))}>
      <p className="text-soft text-sm">
        {given?.screen ? `The flow begins with the screen ${given.screen}. ` : ''}
        The business gets these fields as if the screens had been filled in.
      </p>
      {rows.map(row => (
        <div key={row.key} className="flex items-end gap-2">
          <Field
            label="Field"
            className="w-2/5"
            value={row.name}
            onChange={event => change(row.key, { name: event.target.value })}
          />
          <Field
            label="Value"
            className="flex-1"
            value={row.value}
            onChange={event => change(row.key, { value: event.target.value, given: undefined })}
          />
          <IconButton
            icon="trash"
            label={`Remove ${row.name || 'the field'}`}
            className="mb-0.5"
            onClick={() => setRows(all => all.filter(({ key }) => key !== row.key))}
          />
        </div>
      ))}
      <Button
        icon="plus"
        className="self-start text-sm"
        onClick={() =>
          setRows(all => [...all, { key: Math.max(0, ...all.map(({ key }) => key)) + 1, name: '', value: '' }])
        }
      >
        Add a field
      </Button>
    </FormSheet>
  )
}
