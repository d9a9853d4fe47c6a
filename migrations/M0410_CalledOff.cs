using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Meetings that are called off with their program or with a participant: no person has given a reason for them.</summary>
[Migration(410)]
public sealed class M0410_CalledOff : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table meeting add column called_off_by text check (called_off_by in ('ProgramEnded', 'ParticipantLeft')),
            add constraint meeting_called_off check (called_off_by is null or status = 'Cancelled');

        -- What was left standing after the end of its program.
        update meeting m set status = 'Cancelled', called_off_by = 'ProgramEnded', version = m.version + 1
          from program p where p.id = m.program_id and m.status = 'Planned' and p.finished_at is not null and m.starts_at > p.finished_at;
        """);
}
