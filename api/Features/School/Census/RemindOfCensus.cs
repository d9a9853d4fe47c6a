using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>
/// The daily job that opens the census where a curator works, and notes each reminder once: a month and a week before the
/// day, and when it is over. Each region by its own calendar.
/// </summary>
public sealed class RemindOfCensus(DueWork due)
{
    public const string Schedule = "0 20 * * * *";

    sealed record ToOpen(Guid OrganizationId, DateOnly Today);

    sealed record ToRemind(Guid Id, DateOnly DueOn, DateOnly Today);

    public async Task Run(CancellationToken ct)
    {
        await due.Each<ToOpen, OpenCensus.Result>($"{nameof(RemindOfCensus)}/{nameof(OpenCensus)}", Unopened,
            place => place.Today >= CensusCalendar.OpensOn(SchoolYear.Of(place.Today)) ? new OpenCensus.Command(place.OrganizationId, null) : null, ct);
        await due.Each<ToRemind, Done>(nameof(RemindOfCensus), Open,
            census => CensusCalendar.Reminder(census.DueOn, census.Today) is { } kind ? new Command(census.Id, kind, census.Today) : null, ct);
    }

    public sealed record Command(Guid CensusId, ReminderKind Kind, DateOnly Today) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var census = await CensusRow.Lock(db, command.CensusId, ct);
            await db.Execute("""
                insert into census_reminder (census_id, organization_id, region_code, kind, reminded_on) values (@Id, @OrganizationId, @RegionCode, @Kind,
                    @Today)
                on conflict do nothing
                """, new { census.Id, census.OrganizationId, census.RegionCode, Kind = command.Kind.ToString(), command.Today }, ct);
            audit.About(census.OrganizationId, census.RegionCode, census.Id, new CensusReminded(command.Kind));
            return new();
        }
    }

    // The year of a school begins on 1 September by the calendar of its region.
    const string Unopened = """
        select o.organization_id, o.today
          from (select distinct a.organization_id, (@Now::timestamptz at time zone t.time_zone)::date today
                  from role_assignment a join organization_zone t on t.place_id = a.organization_id
                 where a.role = 'Curator' and a.organization_id is not null and a.started_on <= (@Now::timestamptz at time zone t.time_zone)::date
                   and (a.ended_on is null or a.ended_on > (@Now::timestamptz at time zone t.time_zone)::date)) o
         where not exists (select from census c where c.organization_id = o.organization_id
                              and c.school_year = extract(year from o.today - interval '8 months')::int)
        """;

    const string Open = """
        select c.id, c.due_on, d.today
          from census c join organization_zone t on t.place_id = c.organization_id
          cross join lateral (select (@Now::timestamptz at time zone t.time_zone)::date today) d
         where c.status = 'Open' and c.due_on <= d.today + 30
           and not exists (select from census_reminder r where r.census_id = c.id
                              and r.kind = case when c.due_on < d.today then 'Overdue' when c.due_on <= d.today + 7 then 'Week' else 'Month' end)
        """;
}
