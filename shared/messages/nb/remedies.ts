import type { remedies as english } from '../en/remedies.ts'

/* What one click does about what a check found. */
export const remedies = {
  followOnly: 'Følg bare indikatoren',
  noteHead: 'Tidligere mål: {title}',
  monitorOnly: 'Merk: følges bare som indikator',
  done: 'Merk som gjennomført',
  swapDates: 'Bytt om datoene',
  addVision: 'Legg til en visjon',
  addLaw: 'Legg til en lov',
  addProgramme: 'Legg til et politisk program',
  addForecast: 'Legg til en framskriving',
  addScenario: 'Legg til et scenario',
  addPlanLink: 'Koble til en plan',
  addAffected: 'Legg til en berørt',
  addCitizenVoice: 'Legg til innbyggerstemmen',
  addFutureRecipients: 'Legg til fremtidens mottakere',
  addPlanningTool: 'Legg til et planverktøy',
  addStructure: 'Legg til en struktur',
  addPolitical: 'Legg til en politisk struktur',
  addArena: 'Legg til en eksisterende arena',
  addGood: 'Legg til noe som er bra',
  addReview: 'Legg til et system',
} satisfies Record<keyof typeof english, string>
