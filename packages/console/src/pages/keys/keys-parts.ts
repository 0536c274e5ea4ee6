import type { AdminApi } from '../../admin-api/admin-api.ts';
import type { ExchangeModel } from './exchange/exchange-model.ts';
import type { KeysModel } from './keys-model.ts';
import type { AdministratorSession } from './lent-sign-in/administrator-session.ts';

/** What every section of the keys page is given. */
export interface KeysParts {
  api: AdminApi;
  keys: KeysModel;
  exchange: ExchangeModel;
  administrator: AdministratorSession;
}
