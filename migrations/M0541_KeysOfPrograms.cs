using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// The region in every key of programs, meetings, practices and risks. Who took part for which employer until when belongs
/// to the program's region: the employer may be of another.
/// </summary>
[Migration(541)]
public sealed class M0541_KeysOfPrograms : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table consent_contest drop constraint consent_contest_consent_id_fkey;
        alter table council_evaluation drop constraint council_evaluation_program_id_fkey;
        alter table council_task drop constraint council_task_program_id_fkey;
        alter table meeting drop constraint meeting_series_id_fkey;
        alter table meeting_topic drop constraint meeting_topic_goal_id_fkey;
        alter table participant_past drop constraint participant_past_program_id_fkey;
        alter table practice drop constraint practice_supersedes_id_fkey;
        alter table practice_use drop constraint practice_use_program_id_fkey;
        alter table program_past drop constraint program_past_program_id_fkey;
        alter table program_version_signature drop constraint program_version_signature_version_id_fkey;

        alter table consent drop constraint consent_pkey, add constraint consent_pkey primary key (id, region_code);
        alter table meeting_series drop constraint meeting_series_pkey, add constraint meeting_series_pkey primary key (id, region_code);
        alter table practice drop constraint practice_pkey, add constraint practice_pkey primary key (id, region_code);
        alter table practice_author drop constraint practice_author_pkey,
            add constraint practice_author_pkey primary key (practice_id, person_id, region_code);
        alter table practice_material drop constraint practice_material_pkey, add constraint practice_material_pkey primary key (id, region_code);
        alter table practice_review drop constraint practice_review_pkey,
            add constraint practice_review_pkey primary key (practice_id, round, reviewer_id, region_code);
        alter table practice_use drop constraint practice_use_once, add constraint practice_use_once primary key (practice_id, program_id, region_code);
        alter table program drop constraint program_pkey, add constraint program_pkey primary key (id, region_code);
        alter table program_approval drop constraint program_approval_pkey, add constraint program_approval_pkey primary key (id, region_code);
        alter table program_evaluation drop constraint program_evaluation_pkey,
            add constraint program_evaluation_pkey primary key (program_id, person_id, region_code);
        alter table program_goal drop constraint program_goal_pkey, add constraint program_goal_pkey primary key (id, region_code);
        alter table program_participant drop constraint program_participant_once,
            add constraint program_participant_once primary key (program_id, person_id, region_code);
        alter table program_product drop constraint program_product_pkey, add constraint program_product_pkey primary key (id, region_code);
        alter table program_record drop constraint program_record_pkey, add constraint program_record_pkey primary key (id, region_code);
        alter table program_resource drop constraint program_resource_pkey,
            add constraint program_resource_pkey primary key (organization_id, condition_code, program_id, region_code);
        alter table program_version drop constraint program_version_pkey, add constraint program_version_pkey primary key (id, region_code);
        alter table program_version_signature drop constraint program_version_signed_once,
            add constraint program_version_signed_once primary key (version_id, person_id, region_code);
        alter table risk drop constraint risk_pkey, add constraint risk_pkey primary key (id, region_code);
        alter table risk_measure drop constraint risk_measure_pkey, add constraint risk_measure_pkey primary key (id, region_code);
        alter table risk_signal drop constraint risk_signal_pkey, add constraint risk_signal_pkey primary key (id, region_code);
        alter table roadmap_template drop constraint roadmap_template_pkey, add constraint roadmap_template_pkey primary key (id, region_code);
        alter table program_version drop constraint program_version_number, add constraint program_version_number unique (program_id, number, region_code);

        drop index consent_contest_one_open;
        create unique index consent_contest_one_open on consent_contest (consent_id, region_code) where settled_at is null;
        drop index consent_one_open;
        create unique index consent_one_open on consent (program_id, person_id, region_code) where status in ('Requested', 'Given');
        drop index meeting_note_one_each;
        create unique index meeting_note_one_each on meeting_note (meeting_id, author_id, region_code);
        drop index practice_one_successor;
        create unique index practice_one_successor on practice (supersedes_id, region_code) where status not in ('Withdrawn', 'Superseded');
        drop index program_version_one_current;
        create unique index program_version_one_current on program_version (program_id, region_code) where status = 'Current';
        drop index program_version_one_proposed;
        create unique index program_version_one_proposed on program_version (program_id, region_code) where status = 'Proposed';
        drop index risk_signal_one_open;
        create unique index risk_signal_one_open on risk_signal (program_id, kind, region_code) where status in ('Raised', 'Explained');

        alter table consent_contest add constraint consent_contest_consent_id_fkey foreign key (consent_id, region_code) references consent (id, region_code);
        alter table council_evaluation add constraint council_evaluation_program_id_fkey
            foreign key (program_id, region_code) references program (id, region_code);
        alter table council_task add constraint council_task_program_id_fkey foreign key (program_id, region_code) references program (id, region_code);
        alter table meeting add constraint meeting_series_id_fkey foreign key (series_id, region_code) references meeting_series (id, region_code);
        alter table meeting_topic add constraint meeting_topic_goal_id_fkey
            foreign key (goal_id, region_code) references program_goal (id, region_code) on delete set null (goal_id);
        alter table participant_past drop constraint participant_past_organization_id_region_code_fkey,
            add constraint participant_past_organization_id_fkey foreign key (organization_id) references organization;
        with elsewhere as (
            delete from participant_past x using program p where p.id = x.program_id and p.region_code <> x.region_code
            returning p.region_code, x.program_id, x.person_id, x.organization_id, x.until)
        insert into participant_past (region_code, program_id, person_id, organization_id, until)
        select region_code, program_id, person_id, organization_id, until from elsewhere;
        alter table participant_past add constraint participant_past_program_id_fkey
            foreign key (program_id, region_code) references program (id, region_code);
        alter table practice add constraint practice_supersedes_id_fkey foreign key (supersedes_id, region_code) references practice (id, region_code);
        alter table practice_use add constraint practice_use_program_id_fkey foreign key (program_id, region_code) references program (id, region_code);
        alter table program_past add constraint program_past_program_id_fkey foreign key (program_id, region_code) references program (id, region_code);
        alter table program_version_signature add constraint program_version_signature_version_id_fkey
            foreign key (version_id, region_code) references program_version (id, region_code);
        """);
}
