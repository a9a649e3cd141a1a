import { vaultContract } from '../contract/vault.contract';
import { temporaryFolder } from '../support/temporary-folder';
import { describeEachMongo } from './describe-servers';
import { openVaultAt, vaultPlaces } from './vault-on-mongodb';

const folder = temporaryFolder();

describeEachMongo('a vault in MongoDB', (address, traits) => {
  vaultContract(traits.name, openVaultAt(vaultPlaces(address, traits, folder)));
});
