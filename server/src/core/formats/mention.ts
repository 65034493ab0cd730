import type { Text } from '../text/message.ts'

/**
 * How prose speaks of a form's fields, as plain data: words by what they mean, and for each field the meanings that a
 * clause must have, and may have, to give its number. Words whose meaning is not known keep a clause from being read
 * unless it names its subject in full, so that an unknown subject is passed over and never mistaken for a known one.
 */
export type MentionsFormat = {
  /** Words by their sense. A word may have several senses; a longer word hides the shorter ones in it. */
  readonly senses: Readonly<Record<string, readonly string[]>>
  /** Words that say nothing of what a number counts: 共, 全年, 依法, 情况. */
  readonly plain: readonly string[]
  /** Senses that may stand in any clause without changing what it counts. */
  readonly loose: readonly string[]
  /** Loose senses with which a clause claims less than all: 均在法定期限内答复 does not say that nothing is open. */
  readonly limits: readonly string[]
  /** Senses that speak of another time than the report's year; alone before a comma they hold for the sentence. */
  readonly times: readonly string[]
  /** Senses that may name a subject behind the number (12件行政复议案件) beside words before it. */
  readonly nouns: readonly string[]
  /** Senses of what is done with a case: with unknown words beside them they speak of another subject. */
  readonly verbs: readonly string[]
  /** What several words of one sense in a clause mean together: 撤销或责令重新答复 is every correction, 撤销 is not. */
  readonly several: Readonly<Record<string, string>>
  /** Words that name several subjects at once: 行政复议、行政诉讼分别为3件、5件. */
  readonly pairs: Readonly<Record<string, readonly string[]>>
  /**
   * What a sentence speaks of, by the senses that say so; of several in one clause the first named here holds. `a+b`
   * wants both.
   */
  readonly topics: Readonly<Record<string, readonly string[]>>
  /** Units in which cases are counted: a number of unknown things in one of them ends the topic. */
  readonly caseUnits: readonly string[]
  /** Senses that hold for what is joined to a clause by 、: 公示行政处罚3件、行政许可5件. */
  readonly carries: readonly string[]
  /** Those that do so where the joined clause names a dispute: 尚未审结的行政复议3件、行政诉讼5件. */
  readonly carriesToDisputes: readonly string[]
  /** Topics of disputes, which may be over anything. */
  readonly disputes: readonly string[]
  /** How disputes end: 维持3件(行政复议2件、行政诉讼1件) says so of the parts as well. */
  readonly disputeOutcomes: readonly string[]
  /** Topics within a wider one. */
  readonly narrower: Readonly<Record<string, string>>
  /** Senses that name a topic only where none within it is spoken of: 直接起诉5件,法院维持3件. */
  readonly weakTopics: readonly string[]
  /** How applications end, as groups of reasons; and the reasons. */
  readonly outcomes: readonly string[]
  readonly reasons: readonly string[]
  /** Senses that say that a dispute is one over disclosure. */
  readonly amid: readonly string[]
  readonly scope: ScopeFormat
  /** Sums of fields that shares of a topic may be of, the most usual first. */
  readonly shareWholes: Readonly<Record<string, readonly (readonly string[])[]>>
  /** The more special first: the first that matches is meant. */
  readonly items: readonly MentionFormat[]
}

/** Words for whose numbers are given, in the report of a government that covers an area. */
export type ScopeFormat = {
  /** The whole area, which the tables cover. */
  readonly wide: readonly string[]
  /** The government's own office: fewer than the tables have, and often left unsaid. */
  readonly own: readonly string[]
  /** Words with which a clause tells that the number is of that office alone. */
  readonly told: readonly string[]
  /** What may not follow: 县政府门户网站 is no office. */
  readonly ownNotBefore: readonly string[]
  /** Bodies under the one that reports. */
  readonly under: readonly string[]
  /** Endings of names of other bodies. */
  readonly bodies: readonly string[]
}

export type MentionFormat = {
  readonly id: string
  /** The fields whose sum is meant; those that the form at hand lacks are left out. */
  readonly fields: readonly string[]
  readonly units: readonly string[]
  /**
   * The senses of a clause that gives the number, separated by blanks: `receive|accept application?` wants one of the
   * first two and allows the last. A clause with any other sense, but for loose ones, does not match.
   */
  readonly says: readonly string[]
  /** The senses of a clause that says that there were none. */
  readonly none?: readonly string[]
  /** What may be written in place of 未收到申请 and its like; `{n}` is the number. */
  readonly instead?: string
  /** What the clause or what stands before it must speak of. */
  readonly topic?: string
  /** Of which sums shares of it are, where that is not its topic: 行政复议占60%. */
  readonly shareOf?: string
  /** Only another clause of the same sentence may name its topic. */
  readonly near?: true
  /** Its words name their topic by themselves: only another one in the same sentence speaks against it. */
  readonly firm?: true
  /** Not behind unknown words, unless the clause gives one of these senses: 抽查执法案卷12件 may be of anything. */
  readonly knownUnless?: readonly string[]
  /** Only right behind a clause that gave the number of one of these items. */
  readonly after?: readonly string[]
  /**
   * Where the sentence has given numbers, only behind that of one of these items: 均不予公开 behind a number that is a
   * part of all speaks of that part.
   */
  readonly ofAll?: readonly string[]
  /** Not behind one of these senses in the sentence. */
  readonly unlessBefore?: readonly string[]
  /** Not where what is being split up is the number of one of these items: 上年结转12件,其中自然人10件. */
  readonly unlessWithin?: readonly string[]
  /** Only where the sentence, or what stands before it, speaks of disclosure. */
  readonly amid?: true
  /** Whether what the clause counts may be one item of a list, after 其中. */
  readonly part?: false
  /** Other readings, tried in order before anything is said; a leading `-` takes a field away. */
  readonly accepted?: readonly AcceptedReading[]
}

export type AcceptedReading = {
  readonly fields: readonly string[]
  /** What the number then counts. It is suggested to write it down; without it the reading is customary and nothing is said. */
  readonly unsaid?: Text
}
