/** Labels that several menus share, as Open WebUI's own interfaces write them. */
import type { Label } from './menu-path.ts';

export const SETTINGS: Label = ['Settings', 'Réglages'];
export const ACCOUNT: Label = ['Account', 'Compte'];
export const ADMIN_TAB: Label = ['Admin', 'Administrateur'];
export const ADMIN_PANEL: Label = ['Admin Panel', "Panneau d'administration"];
export const AUTHENTICATION: Label = ['Authentication', 'Authentification'];
export const USER_ACCESS: Label = ['User Access', 'Accès utilisateur'];
export const API_KEYS: Label = ['API Keys', 'Clés API'];
export const API_KEYS_SECTION: Label = ['API keys', 'Clés API'];
export const API_KEY: Label = ['API Key', 'Clé API'];
export const SECRETS: Label = ['Secrets', 'Secrets'];
export const SHOW: Label = ['Show', 'Afficher'];
export const CREATE_KEY: Label = ['Create new secret key', 'Créer une nouvelle clé secrète'];
export const MORE: Label = ['More', 'Plus'];
export const RENEW_KEY: Label = ['Create new key', 'Créer une nouvelle clé'];
export const SESSION_TOKEN: Label = ['JWT Token', 'Jeton JWT'];
export const SESSION_LIFETIME: Label = ['JWT Expiration', 'Expiration du jeton JWT'];
export const RESTRICTIONS: Label = [
  'API Key Endpoint Restrictions',
  'Restrictions des points de terminaison de la clé API',
];
export const ALLOWED_ENDPOINTS: Label = ['Allowed Endpoints', 'Points de terminaison autorisés'];
export const SAVE: Label = ['Save', 'Enregistrer'];
export const USERS: Label = ['Users', 'Utilisateurs'];
export const GROUPS: Label = ['Groups', 'Groupes'];
export const DEFAULT_PERMISSIONS: Label = ['Default permissions', 'Autorisations par défaut'];
export const PERMISSIONS: Label = ['Permissions', 'Permissions'];
export const FEATURES_PERMISSIONS: Label = ['Features Permissions', 'Autorisations des fonctionnalités'];
export const OVERVIEW: Label = ['Overview', 'Aperçu'];
export const ADD_USER: Label = ['Add User', 'Ajouter un utilisateur'];
export const EDIT_USER: Label = ['Edit User', "Modifier l'utilisateur"];
export const ROLE: Label = ['Role', 'Rôle'];
export const CONNECTIONS: Label = ['Connections', 'Connexions'];
export const MANAGE_CONNECTIONS: Label = ['Manage OpenAI API Connections', 'Gérer les connexions API OpenAI'];
export const ADD_CONNECTION: Label = ['Add Connection', 'Ajouter une connexion'];
export const MODELS: Label = ['Models', 'Modèles'];
export const ACCESS: Label = ['Access', 'Accès'];
export const ADD_ACCESS: Label = ['Add Access', 'Ajouter un accès'];
export const ABOUT: Label = ['About', 'À propos'];
export const VERSION: Label = ['Version', 'Version:'];
export const GENERAL: Label = ['General', 'Général'];
export const USER_STATUS: Label = ['User Status', 'Statut utilisateur'];
