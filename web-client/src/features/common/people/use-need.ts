import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offerUndo, undoable } from '@/shared/ui/undo-toast';
import { today } from '@/shared/i18n/dates';
import { clearNeed, saveNeed, type NeedPlace } from './acts';
import { people, type Need, type Person, type Staff } from './api';

type Place = Omit<NeedPlace, 'schoolYear'>;

/** Notes and takes back needs: the screen changes at once, and each change can be undone. */
export function useNeed(schoolYear: number) {
  const { t } = useTranslation('people');
  const client = useQueryClient();

  const show = (place: Place, need: Need | null) => {
    void client.cancelQueries({ queryKey: people.all() });
    client.setQueryData<Staff[]>(people.staff(place.organizationId).queryKey, (staff) =>
      staff?.map((person) => (person.personId === place.personId ? { ...person, need } : person)),
    );
    client.setQueryData<Person>(people.detail(place.personId).queryKey, (person) =>
      person && { ...person, needs: changed(person.needs, { ...place, schoolYear }, need) },
    );
  };
  const refresh = () => client.invalidateQueries({ queryKey: people.all() });

  const clear = (place: Place, before: Need, name: string) => {
    show(place, null);
    undoable({
      message: t('need.cleared', { name }),
      act: () => clearNeed({ ...place, schoolYear }).then(refresh),
      restore: () => show(place, before),
    });
  };

  const save = async (place: Place, need: Need, before: Need | null, name: string) => {
    show(place, need);
    try {
      await saveNeed({ ...place, schoolYear }, need);
    } catch (error) {
      show(place, before);
      throw error;
    }
    void refresh();
    const back = () => {
      show(place, before);
      return before ? saveNeed({ ...place, schoolYear }, before) : clearNeed({ ...place, schoolYear });
    };
    offerUndo({ message: t('need.saved', { name }), undo: () => back().finally(refresh) });
  };

  return { save, clear };
}

type Dated = Person['needs'][number];

function changed(needs: readonly Dated[], place: NeedPlace, need: Need | null): Dated[] {
  const isThis = (one: Dated) =>
    one.organizationId === place.organizationId && one.schoolYear === place.schoolYear;
  const others = needs.filter((one) => !isThis(one));
  if (!need) return others;
  const { organizationId, schoolYear } = place;
  const notedOn = today();
  return [{ organizationId, schoolYear, notedOn, ...need }, ...others];
}
