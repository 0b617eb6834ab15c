import { createLucideIcon } from 'lucide-react'

/*
 * Which drawing means what, everywhere. A meaning has one drawing; a drawing may have two meanings. Those here are
 * fetched with the page; what only later parts draw is in `later-icons.ts`.
 */
export {
  ArrowDown as DownIcon,
  ArrowRight as OnwardIcon,
  ArrowUp as UpIcon,
  Check as DoneIcon,
  ChevronDown as UnfoldIcon,
  ChevronRight as FoldedIcon,
  Circle as OpenIcon,
  CircleCheck as QuestionAgreedIcon,
  CircleDashed as UnansweredIcon,
  CircleMinus as NotRelevantIcon,
  CloudCheck as SavedIcon,
  CloudOff as OfflineIcon,
  Columns3 as BoardViewIcon,
  Copy as CopyIcon,
  Ellipsis as MoreIcon,
  Eye as ReviewIcon,
  Eye as RestoreIcon,
  FilePen as RefusedIcon,
  FileSearch as SeeVersionIcon,
  FileText as DocumentViewIcon,
  GripVertical as GripIcon,
  Info as InfoIcon,
  BellOff as QuietIcon,
  Volume2 as ReadOutIcon,
  Layers as ChangedGroundIcon,
  Lightbulb as ProposalIcon,
  Link2 as LinkIcon,
  ListTree as ProcessIcon,
  Loader as SavingIcon,
  Lock as AgreedIcon,
  LogOut as SignOutIcon,
  Maximize2 as OpenWideIcon,
  MessageSquare as CommentIcon,
  OctagonExclamationPoint as ErrorIcon,
  Pause as PausedIcon,
  Pencil as EditIcon,
  Play as ResumeIcon,
  Plus as AddIcon,
  QrCode as QrCodeIcon,
  RotateCcw as ReopenedIcon,
  Search as SearchIcon,
  Table2 as TableIcon,
  Trash as RemoveIcon,
  TriangleExclamationPoint as WarningIcon,
  UserPlus as InviteIcon,
  UserRoundPlus as OwnerIcon,
  Users as PeopleIcon,
  X as CloseIcon,
} from 'lucide-react'

/** Lucide has no pen in a circle. */
export const DraftedIcon = createLucideIcon('circle-pen', [
  ['circle', { cx: '12', cy: '12', r: '10', key: 'circle' }],
  ['path', { d: 'm8.2 15.8.6-2.9 5.4-5.4 2.3 2.3-5.4 5.4z', key: 'pen' }],
])
