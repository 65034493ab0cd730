import { eighth } from './eighth.ts'
import { eleventh } from './eleventh.ts'
import { fifth } from './fifth.ts'
import { fifteenth } from './fifteenth.ts'
import { first } from './first.ts'
import { fourteenth } from './fourteenth.ts'
import { fourth } from './fourth.ts'
import { ninth } from './ninth.ts'
import { second } from './second.ts'
import { seen } from './seen.ts'
import type { ProseSet } from './set.ts'
import { seventeenth } from './seventeenth.ts'
import { seventh } from './seventh.ts'
import { sixth } from './sixth.ts'
import { sixteenth } from './sixteenth.ts'
import { tenth } from './tenth.ts'
import { third } from './third.ts'
import { thirteenth } from './thirteenth.ts'
import { twelfth } from './twelfth.ts'
import { unseen } from './unseen.ts'

/** In the order in which they were written; what each gave when it was first read stands in `README.md`. */
export const sets: readonly ProseSet[] = [
  seen,
  unseen,
  first,
  second,
  third,
  fourth,
  fifth,
  sixth,
  seventh,
  eighth,
  ninth,
  tenth,
  eleventh,
  twelfth,
  thirteenth,
  fourteenth,
  fifteenth,
  sixteenth,
  seventeenth,
]
