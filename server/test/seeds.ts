import { DOCUMENTED_WORLD, type SeedInput } from '../src/world/seed.ts'

type SeedAccount = SeedInput['accounts'][number]
type SeedNumber = NonNullable<SeedAccount['phone_numbers']>[number]
type SeedTemplate = NonNullable<SeedAccount['templates']>[number]

const [account] = DOCUMENTED_WORLD.accounts
const [number] = account!.phone_numbers!

export const [HELLO] = account!.templates!

/** The documented world with other templates and people, and with more said of its account and its number. */
export const luckyShrub = (changes: {
  account?: Partial<SeedAccount>
  number?: Partial<SeedNumber>
  templates?: SeedTemplate[]
  customers?: SeedInput['customers']
}): SeedInput => ({
  ...DOCUMENTED_WORLD,
  accounts: [
    {
      ...account!,
      phone_numbers: [{ ...number!, ...changes.number }],
      ...(changes.templates ? { templates: changes.templates } : {}),
      ...changes.account,
    },
  ],
  ...(changes.customers ? { customers: changes.customers } : {}),
})

/** A template that has a body and no variables. */
export const plain = (name: string, category: NonNullable<SeedTemplate['category']>, text: string): SeedTemplate => ({
  name,
  category,
  components: [{ type: 'BODY', text }],
})
