import { expect, test } from 'vitest'
import {
  HeldForHealthyEcosystem,
  InExperiment,
  MarketingStopped,
  SpamRateExceeded,
  WindowClosed,
} from '../catalogue.ts'
import type { Refusal } from '../refusals.ts'
import { type CarryFacts, carryChecks } from './carry-checks.ts'
import { firstRefusal } from './check.ts'
import { hasMarketingLimit, isAmerican, MARKETING_LIMIT } from './marketing.ts'
import { MESSAGING_LIMIT } from './messaging-limit.ts'

const GERMAN = '4915112345678'
const AMERICAN = '16505551234'
const facts: CarryFacts = {
  customerExists: true,
  blockedByBusiness: false,
  lastReceivedAt: 0,
  category: 'MARKETING',
  waId: GERMAN,
}
const OPEN = { lastReceivedAt: 1 }

test.each<[string, Partial<CarryFacts>, Refusal | undefined]>([
  ['marketing for somebody who wants it', {}, undefined],
  ['marketing for somebody who stopped it', { marketingStopped: true }, MarketingStopped],
  ['the same in an open window', { marketingStopped: true, ...OPEN }, MarketingStopped],
  ['a utility template for them', { marketingStopped: true, category: 'UTILITY' }, undefined],
  ['marketing for a member of the experiment', { inExperiment: true }, InExperiment],
  ['the same in an open window', { inExperiment: true, ...OPEN }, undefined],
  ['the same after an advertisement', { inExperiment: true, freeEntryOpen: true }, undefined],
  ['a utility template for them', { inExperiment: true, category: 'UTILITY' }, undefined],
  ['marketing for the United States', { waId: AMERICAN }, HeldForHealthyEcosystem],
  ['a utility template for the United States', { waId: AMERICAN, category: 'UTILITY' }, undefined],
  ['one too many for the person', { exhausted: new Set([MARKETING_LIMIT]) }, HeldForHealthyEcosystem],
  ['one too many for the portfolio', { exhausted: new Set([MESSAGING_LIMIT]) }, SpamRateExceeded],
])('%s', (_, changes, refusal) => {
  expect(firstRefusal(carryChecks, { type: 'template' }, { ...facts, ...changes }, 2)).toBe(refusal)
})

test('a closed window comes before what is said of marketing', () => {
  expect(firstRefusal(carryChecks, { type: 'text' }, { ...facts, marketingStopped: true }, 2)).toBe(WindowClosed)
})

test('countries are told by the number', () => {
  expect(['16505551234', '14165551234', '17875551234'].map(isAmerican)).toEqual([true, false, false])
  expect(['4915112345678', '447400123456', '819012345678', '821012345678'].some(hasMarketingLimit)).toBe(false)
  expect(['16505551234', '919876543210', '5511987654321'].every(hasMarketingLimit)).toBe(true)
})
