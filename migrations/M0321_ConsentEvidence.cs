using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// How the person was identified who signed: kept with each consent and each signature of a plan from now on. What was
/// signed before stays as it is, with nothing recorded. And disputes: the person says "I did not sign this".
/// </summary>
[Migration(321)]
public sealed class M0321_ConsentEvidence : ForwardOnlyMigration
{
    const string Evidence = """
        add identified_by text check (identified_by in ('Password', 'PasswordAndCode', 'OtherProvider')),
        add identified_at timestamptz,
        add session_id uuid,
        add account_id uuid references identity.account,
        add invitation_id uuid references identity.invitation
        """;

    public override void Up()
    {
        Execute.Sql($"""
            alter table consent {Evidence};
            alter table program_version_signature {Evidence};
            alter table consent drop constraint consent_status_check;
            alter table consent add constraint consent_status_check
                check (status in ('Requested', 'Given', 'Refused', 'Revoked', 'Superseded', 'Contested', 'Annulled'));
            create index consent_contested on consent (organization_id) where status = 'Contested';

            create table consent_contest (
                region_code     text not null,
                id              uuid not null,
                consent_id      uuid not null references consent,
                program_id      uuid not null,
                organization_id uuid not null,
                person_id       uuid not null references person,
                words           text not null,
                contested_at    timestamptz not null,
                contested_by    text not null,
                outcome         text check (outcome in ('Upheld', 'Annulled')),
                reason          text,
                settled_at      timestamptz,
                settled_by      text,
                settled_by_name text,
                primary key (region_code, id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code) on update cascade,
                constraint consent_contest_settled check (num_nulls(outcome, reason, settled_at, settled_by, settled_by_name) in (0, 5)));
            create unique index consent_contest_one_open on consent_contest (consent_id) where settled_at is null;
            create index consent_contest_program on consent_contest (program_id);
            """);
    }
}
