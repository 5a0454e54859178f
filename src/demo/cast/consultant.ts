import { someone } from './people.ts'

const organisation = { kind: 'organisation' } as const

export const adviceClients = [
  someone('Soieries Brochier SAS; comptabilite@brochier.example; 33 rue Romarin; 69001 Lyon', 'FR', organisation),
  someone('Vertical Climbing Inc.; ap@vertical-climbing.example; 410 Pine Street; 80302 Boulder', 'US', { ...organisation, language: 'en', currency: 'USD' }),
  someone('Mairie de Caluire; finances@caluire.example; Place du Docteur Dugoujon; 69300 Caluire-et-Cuire', 'FR', organisation),
  someone('Fromagerie Mons; bureau@fromagerie-mons.example; 1 rue de la Gare; 42370 Saint-Haon', 'FR', organisation),
] as const

export const adviceNotes = [
  'Atelier de direction',
  'Entretiens et synthèse',
  'Plan d’action',
  'Comité de pilotage',
  'Préparation de la présentation',
  'Call with the team',
] as const

export const couples = [
  someone('Élodie et Julien Marchand; elodie.marchand@courriel.example; 8 quai Saint-Vincent; 69001 Lyon', 'FR'),
  someone('Inès Bernard; ines.bernard@courriel.example; 52 cours Vitton; 69006 Lyon', 'FR'),
  someone('Sophie et Karim Haddad; sophie.haddad@courriel.example; 17 rue de la Charité; 69002 Lyon', 'FR'),
  someone('Camille Laurent; camille.laurent@courriel.example; 3 montée du Gourguillon; 69005 Lyon', 'FR'),
  someone('Restaurant Le Garet; bonjour@le-garet.example; 7 rue du Garet; 69001 Lyon', 'FR', organisation),
  someone('Hugo Perrin; hugo.perrin@courriel.example; 120 avenue Berthelot; 69007 Lyon', 'FR'),
] as const
