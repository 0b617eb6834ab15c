import type { remedies as english } from '../en/remedies.ts'

/* What one click does about what a check found. */
export const remedies = {
  followOnly: 'Följ bara indikatorn',
  noteHead: 'Tidigare mål: {title}',
  monitorOnly: 'Markera: följs enbart som indikator',
  done: 'Markera som genomförd',
  swapDates: 'Byt plats på datumen',
  addVision: 'Lägg till en vision',
  addLaw: 'Lägg till en lag',
  addProgramme: 'Lägg till ett politiskt program',
  addForecast: 'Lägg till en prognos',
  addScenario: 'Lägg till ett scenario',
  addPlanLink: 'Koppla till en plan',
  addAffected: 'Lägg till en berörd',
  addCitizenVoice: 'Lägg till invånarnas röst',
  addFutureRecipients: 'Lägg till framtidens mottagare',
  addPlanningTool: 'Lägg till ett planverktyg',
  addStructure: 'Lägg till en struktur',
  addPolitical: 'Lägg till en politisk struktur',
  addArena: 'Lägg till en befintlig arena',
  addGood: 'Lägg till något som är bra',
  addReview: 'Lägg till ett system',
} satisfies Record<keyof typeof english, string>
