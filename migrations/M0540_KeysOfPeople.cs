using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The region in every key of people's work, needs and matching, so that their rows can be kept apart by region. Names of
/// constraints stay. An organization, and what hangs on one row of it, is of one region: nothing that was refused is let in.
/// </summary>
[Migration(540)]
public sealed class M0540_KeysOfPeople : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table match_region_sum drop constraint match_region_sum_run_id_fkey;
        alter table match_request drop constraint match_request_group_id_fkey;
        alter table match_run_left drop constraint match_run_left_run_id_fkey;
        alter table match_run_pair drop constraint match_run_pair_group_id_fkey;
        alter table match_run_pair drop constraint match_run_pair_run_id_fkey;
        alter table mentee_difficulty drop constraint mentee_difficulty_organization_id_person_id_fkey;
        alter table mentor_result drop constraint mentor_result_organization_id_person_id_fkey;
        alter table self_step drop constraint self_step_organization_id_person_id_fkey;
        alter table staff_edit drop constraint staff_edit_employment_id_fkey;

        alter table census drop constraint census_pkey, add constraint census_pkey primary key (id, region_code);
        alter table census_entry drop constraint census_entry_pkey, add constraint census_entry_pkey primary key (census_id, person_id, region_code);
        alter table census_reminder drop constraint census_reminder_pkey, add constraint census_reminder_pkey primary key (census_id, kind, region_code);
        alter table employment drop constraint employment_pkey, add constraint employment_pkey primary key (id, region_code);
        alter table entitlement drop constraint entitlement_pkey, add constraint entitlement_pkey primary key (id, region_code);
        alter table learning_request drop constraint learning_request_pkey, add constraint learning_request_pkey primary key (id, region_code);
        alter table match_group drop constraint match_group_pkey, add constraint match_group_pkey primary key (id, region_code);
        alter table match_lock drop constraint match_lock_pkey, add constraint match_lock_pkey primary key (id, region_code);
        alter table match_place drop constraint match_place_pkey, add constraint match_place_pkey primary key (organization_id, mentor_id, region_code);
        alter table match_region_run drop constraint match_region_run_pkey, add constraint match_region_run_pkey primary key (id, region_code);
        alter table match_region_sum drop constraint match_region_sum_pkey,
            add constraint match_region_sum_pkey primary key (run_id, organization_id, region_code);
        alter table match_request drop constraint match_request_pkey, add constraint match_request_pkey primary key (id, region_code);
        alter table match_run drop constraint match_run_pkey, add constraint match_run_pkey primary key (id, region_code);
        alter table match_run_left drop constraint match_run_left_pkey, add constraint match_run_left_pkey primary key (run_id, mentee_id, region_code);
        alter table match_run_pair drop constraint match_run_pair_pkey, add constraint match_run_pair_pkey primary key (run_id, mentee_id, region_code);
        alter table match_veto drop constraint match_veto_pkey, add constraint match_veto_pkey primary key (id, region_code);
        alter table mentee_difficulty drop constraint mentee_difficulty_pkey, add constraint mentee_difficulty_pkey primary key (id, region_code);
        alter table mentee_profile drop constraint mentee_profile_pkey,
            add constraint mentee_profile_pkey primary key (organization_id, person_id, region_code);
        alter table mentor_profile drop constraint mentor_profile_pkey,
            add constraint mentor_profile_pkey primary key (organization_id, person_id, region_code);
        alter table mentor_result drop constraint mentor_result_pkey, add constraint mentor_result_pkey primary key (id, region_code);
        alter table mentoring_need drop constraint mentoring_need_pkey,
            add constraint mentoring_need_pkey primary key (organization_id, person_id, school_year, region_code);
        alter table person_source drop constraint person_source_pkey, add constraint person_source_pkey primary key (organization_id, source_id, region_code);
        alter table self_step drop constraint self_step_pkey, add constraint self_step_pkey primary key (id, region_code);
        alter table staff_list_habit drop constraint staff_list_habit_pkey, add constraint staff_list_habit_pkey primary key (organization_id, region_code);
        alter table wish_to_join drop constraint wish_to_join_pkey, add constraint wish_to_join_pkey primary key (id, region_code);
        alter table census drop constraint census_once_a_year, add constraint census_once_a_year unique (organization_id, school_year, region_code);

        drop index departure_once;
        create unique index departure_once on departure (organization_id, person_id, kind, left_on, region_code) where voided_at is null;
        drop index learning_request_one_open;
        create unique index learning_request_one_open on learning_request (organization_id, person_id, region_code)
            where status in ('Draft', 'Submitted', 'Returned');
        drop index match_lock_once;
        create unique index match_lock_once on match_lock (organization_id, mentee_id, region_code) where released_at is null;
        drop index match_request_once;
        create unique index match_request_once on match_request (mentor_id, mentee_id, region_code) where status in ('Requested', 'Accepted');
        drop index match_request_slot;
        create unique index match_request_slot on match_request (mentee_id, slot, region_code) where status = 'Requested';
        drop index match_veto_once;
        create unique index match_veto_once on match_veto (organization_id, mentor_id, mentee_id, region_code) where lifted_at is null;
        drop index wish_to_join_one_open;
        create unique index wish_to_join_one_open on wish_to_join (organization_id, person_id, wish, region_code) where withdrawn_on is null;

        alter table employment drop constraint employment_once_per_position, add constraint employment_once_per_position
            exclude using gist (person_id with =, organization_id with =, position_code with =, period with &&, region_code with =);
        alter table entitlement drop constraint entitlement_no_overlap, add constraint entitlement_no_overlap
            exclude using gist (organization_id with =, person_id with =, kind with =, source with =, daterange(starts_on, ends_on, '[)') with &&
            , region_code with =);

        alter table match_region_sum add constraint match_region_sum_run_id_fkey
            foreign key (run_id, region_code) references match_region_run (id, region_code);
        alter table match_request add constraint match_request_group_id_fkey foreign key (group_id, region_code) references match_group (id, region_code);
        alter table match_run_left add constraint match_run_left_run_id_fkey foreign key (run_id, region_code) references match_run (id, region_code);
        alter table match_run_pair add constraint match_run_pair_group_id_fkey foreign key (group_id, region_code) references match_group (id, region_code);
        alter table match_run_pair add constraint match_run_pair_run_id_fkey foreign key (run_id, region_code) references match_run (id, region_code);
        alter table mentee_difficulty add constraint mentee_difficulty_organization_id_person_id_fkey
            foreign key (organization_id, person_id, region_code) references mentee_profile (organization_id, person_id, region_code) on update cascade;
        alter table mentor_result add constraint mentor_result_organization_id_person_id_fkey
            foreign key (organization_id, person_id, region_code) references mentor_profile (organization_id, person_id, region_code) on update cascade;
        alter table self_step add constraint self_step_organization_id_person_id_fkey
            foreign key (organization_id, person_id, region_code) references mentee_profile (organization_id, person_id, region_code) on update cascade;
        alter table staff_edit add constraint staff_edit_employment_id_fkey foreign key (employment_id, region_code) references employment (id, region_code);
        """);
}
