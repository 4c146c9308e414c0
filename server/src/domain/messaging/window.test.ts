import { expect, test } from 'vitest'
import { HOUR } from '../time.ts'
import { serviceWindow } from './window.ts'

test('a service window is open for 24 hours', () => {
  expect(serviceWindow(1000, 1000)).toEqual({ open: true, expires_at: 1000 + 24 * HOUR })
  expect(serviceWindow(1000, 999 + 24 * HOUR)).toMatchObject({ open: true })
  expect(serviceWindow(1000, 1000 + 24 * HOUR)).toEqual({ open: false })
})

test('a window that nobody opened is closed', () => {
  expect(serviceWindow(0, 5)).toEqual({ open: false })
  expect(serviceWindow(undefined, 5)).toEqual({ open: false })
})
