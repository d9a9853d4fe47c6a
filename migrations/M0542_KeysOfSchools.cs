using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The region in every key of what a school keeps: acts, councils, the psychologist's work, partners, rooms, its pages.</summary>
[Migration(542)]
public sealed class M0542_KeysOfSchools : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table arbitration_entry drop constraint arbitration_entry_case_id_fkey;
        alter table local_act drop constraint local_act_supersedes_id_fkey;
        alter table partner_contract drop constraint partner_contract_carried_from_fkey;
        alter table role_proposal drop constraint role_proposal_seat_id_fkey;

        alter table act_cosign drop constraint act_cosign_pkey, add constraint act_cosign_pkey primary key (id, region_code);
        alter table act_drafting drop constraint act_drafting_pkey, add constraint act_drafting_pkey primary key (id, region_code);
        alter table act_return drop constraint act_return_pkey, add constraint act_return_pkey primary key (id, region_code);
        alter table act_suggestion drop constraint act_suggestion_pkey, add constraint act_suggestion_pkey primary key (id, region_code);
        alter table act_template drop constraint act_template_pkey, add constraint act_template_pkey primary key (organization_id, kind, region_code);
        alter table arbitration_case drop constraint arbitration_case_pkey, add constraint arbitration_case_pkey primary key (id, region_code);
        alter table arbitration_entry drop constraint arbitration_entry_pkey, add constraint arbitration_entry_pkey primary key (id, region_code);
        -- One chain has one region: the platform's has had its first entry's, whatever that was about.
        with head as (delete from audit_head where organization_id = '00000000-0000-0000-0000-000000000000' returning *)
        insert into audit_head (organization_id, region_code, sequence, hash) select organization_id, 'RU', sequence, hash from head;
        alter table audit_head drop constraint audit_head_pkey, add constraint audit_head_pkey primary key (organization_id, region_code);
        alter table compatibility_ground drop constraint compatibility_ground_pkey,
            add constraint compatibility_ground_pkey primary key (organization_id, mentor_id, mentee_id, number, region_code);
        alter table compatibility_opinion drop constraint compatibility_opinion_pkey,
            add constraint compatibility_opinion_pkey primary key (organization_id, mentor_id, mentee_id, region_code);
        alter table condition_assessment drop constraint condition_assessment_pkey,
            add constraint condition_assessment_pkey primary key (organization_id, school_year, condition_code, region_code);
        alter table coordination_contact drop constraint coordination_contact_pkey,
            add constraint coordination_contact_pkey primary key (entry_id, contact_id, region_code);
        alter table coordination_contract drop constraint coordination_contract_pkey,
            add constraint coordination_contract_pkey primary key (entry_id, contract_id, region_code);
        alter table council_agenda_item drop constraint council_agenda_item_pkey, add constraint council_agenda_item_pkey primary key (id, region_code);
        alter table council_attendance drop constraint council_attendance_pkey,
            add constraint council_attendance_pkey primary key (meeting_id, person_id, region_code);
        alter table council_decision drop constraint council_decision_pkey, add constraint council_decision_pkey primary key (id, region_code);
        alter table council_evaluation drop constraint council_evaluation_pkey, add constraint council_evaluation_pkey primary key (id, region_code);
        alter table council_evaluation_mark drop constraint council_evaluation_mark_pkey,
            add constraint council_evaluation_mark_pkey primary key (evaluation_id, person_id, criterion_code, region_code);
        alter table council_meeting drop constraint council_meeting_pkey, add constraint council_meeting_pkey primary key (id, region_code);
        alter table council_preparation drop constraint council_preparation_pkey, add constraint council_preparation_pkey primary key (id, region_code);
        alter table council_seat drop constraint council_seat_pkey, add constraint council_seat_pkey primary key (id, region_code);
        alter table council_task drop constraint council_task_pkey, add constraint council_task_pkey primary key (id, region_code);
        alter table council_vote drop constraint council_vote_pkey, add constraint council_vote_pkey primary key (decision_id, person_id, region_code);
        alter table delegation drop constraint delegation_pkey, add constraint delegation_pkey primary key (id, region_code);
        alter table incentive_proposal drop constraint incentive_proposal_pkey, add constraint incentive_proposal_pkey primary key (id, region_code);
        alter table indicator_stale drop constraint indicator_stale_pkey, add constraint indicator_stale_pkey primary key (id, region_code);
        alter table local_act drop constraint local_act_pkey, add constraint local_act_pkey primary key (id, region_code);
        alter table local_act_version drop constraint local_act_version_pkey,
            add constraint local_act_version_pkey primary key (act_id, edition, region_code);
        alter table mentoring_setup drop constraint mentoring_setup_pkey, add constraint mentoring_setup_pkey primary key (organization_id, region_code);
        alter table monitoring_review drop constraint monitoring_review_pkey, add constraint monitoring_review_pkey primary key (id, region_code);
        alter table partner_contact drop constraint partner_contact_pkey, add constraint partner_contact_pkey primary key (id, region_code);
        alter table partner_contract drop constraint partner_contract_pkey, add constraint partner_contract_pkey primary key (id, region_code);
        alter table provision drop constraint provision_pkey, add constraint provision_pkey primary key (id, region_code);
        alter table psychology_task drop constraint psychology_task_pkey, add constraint psychology_task_pkey primary key (id, region_code);
        alter table public_event drop constraint public_event_pkey, add constraint public_event_pkey primary key (id, region_code);
        alter table public_event_person drop constraint public_event_person_pkey,
            add constraint public_event_person_pkey primary key (event_id, person_id, region_code);
        alter table pulse drop constraint pulse_pkey, add constraint pulse_pkey primary key (id, region_code);
        alter table pulse_invitation drop constraint pulse_invitation_pkey,
            add constraint pulse_invitation_pkey primary key (pulse_id, person_id, region_code);
        alter table pulse_tally drop constraint pulse_tally_pkey, add constraint pulse_tally_pkey primary key (pulse_id, statement, score, region_code);
        alter table readiness_check drop constraint readiness_check_pkey, add constraint readiness_check_pkey primary key (id, region_code);
        alter table room drop constraint room_pkey, add constraint room_pkey primary key (id, region_code);
        alter table room_booking drop constraint room_booking_pkey, add constraint room_booking_pkey primary key (id, region_code);
        alter table school_report drop constraint school_report_pkey,
            add constraint school_report_pkey primary key (organization_id, school_year, region_code);
        alter table site_post drop constraint site_post_pkey, add constraint site_post_pkey primary key (id, region_code);
        alter table site_post_person drop constraint site_post_person_pkey,
            add constraint site_post_person_pkey primary key (post_id, person_id, region_code);
        alter table site_release drop constraint site_release_pkey, add constraint site_release_pkey primary key (id, region_code);
        alter table training drop constraint training_pkey, add constraint training_pkey primary key (id, region_code);
        alter table training_place drop constraint training_place_pkey, add constraint training_place_pkey primary key (training_id, person_id, region_code);
        alter table arbitration_entry drop constraint arbitration_entry_case_id_position_key,
            add constraint arbitration_entry_case_id_position_key unique (case_id, position, region_code);
        alter table council_meeting drop constraint council_meeting_number,
            add constraint council_meeting_number unique (organization_id, school_year, number, region_code);
        alter table monitoring_review drop constraint monitoring_review_once,
            add constraint monitoring_review_once unique (organization_id, due_on, region_code);
        alter table room drop constraint room_name, add constraint room_name unique (organization_id, name, region_code);

        drop index act_cosign_one_open;
        create unique index act_cosign_one_open on act_cosign (act_id, region_code) where status = 'Requested';
        drop index act_drafting_one_open;
        create unique index act_drafting_one_open on act_drafting (act_id, region_code) where status = 'Open';
        drop index act_suggestion_no_rival;
        create unique index act_suggestion_no_rival on act_suggestion (act_id, md5(passage), region_code) where status = 'Accepted' and kind = 'Wording';
        drop index council_evaluation_once_a_year;
        create unique index council_evaluation_once_a_year on council_evaluation (program_id, school_year, region_code) where status <> 'Cancelled';
        drop index council_seat_one_invitation;
        create unique index council_seat_one_invitation on council_seat (organization_id, person_id, region_code) where status in ('Invited', 'Agreed');
        drop index local_act_number;
        create unique index local_act_number on local_act (organization_id, number, signed_on, region_code) where number is not null;
        drop index local_act_one_successor;
        create unique index local_act_one_successor on local_act (supersedes_id, region_code) where status in ('Draft', 'Agreed', 'Approved', 'InForce');
        drop index partner_contract_carried;
        create unique index partner_contract_carried on partner_contract (carried_from, region_code) where carried_from is not null;
        drop index partner_contract_number;
        create unique index partner_contract_number on partner_contract (organization_id, lower(number), signed_on, region_code) where number <> '';
        drop index pulse_one_open;
        create unique index pulse_one_open on pulse (organization_id, region_code) where status = 'Open';
        drop index role_proposal_one_open;
        create unique index role_proposal_one_open on role_proposal (organization_id, account_id, role, region_code) where status in ('Proposed', 'Agreed');
        drop index site_release_one_open;
        create unique index site_release_one_open on site_release (organization_id, person_id, region_code) where revoked_at is null;

        alter table council_seat drop constraint council_seat_once, add constraint council_seat_once
            exclude using gist (organization_id with =, person_id with =, period with &&, region_code with =);
        alter table council_seat drop constraint council_seat_one_chair, add constraint council_seat_one_chair
            exclude using gist (organization_id with =, period with &&, region_code with =) where (seat = 'Chair');
        alter table delegation drop constraint delegation_no_overlap, add constraint delegation_no_overlap
            exclude using gist (organization_id with =, component with =, period with &&, region_code with =) where (status not in ('Declined', 'Withdrawn'));
        alter table room_booking drop constraint room_booking_free, add constraint room_booking_free
            exclude using gist (room_id with =, tstzrange(starts_at, ends_at, '[)') with &&, region_code with =) where (status = 'Booked');

        alter table arbitration_entry add constraint arbitration_entry_case_id_fkey
            foreign key (case_id, region_code) references arbitration_case (id, region_code);
        alter table local_act add constraint local_act_supersedes_id_fkey foreign key (supersedes_id, region_code) references local_act (id, region_code);
        alter table partner_contract add constraint partner_contract_carried_from_fkey
            foreign key (carried_from, region_code) references partner_contract (id, region_code);
        alter table role_proposal add constraint role_proposal_seat_id_fkey foreign key (seat_id, region_code) references council_seat (id, region_code);
        """);
}
