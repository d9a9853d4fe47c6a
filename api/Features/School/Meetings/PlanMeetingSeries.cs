using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>
/// Plans meetings that repeat by a rule of RFC 5545: each becomes a meeting of its own, which can be moved or called off alone. <c>rule</c>:
/// <c>FREQ</c> (DAILY, WEEKLY, MONTHLY), <c>INTERVAL</c> up to 12, <c>BYDAY</c> in weekly rules, <c>COUNT</c> up to 60 or <c>UNTIL</c> (a
/// date). Meetings keep their hour in the region's time and end with the program's term.
/// </summary>
public static class PlanMeetingSeries
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/series", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var planned = await mediator.Send(
                    new Command(programId, body.Rule, body.StartsAt, body.DurationMinutes, body.Mode, body.Topic, body.Place, body.Link, body.Agenda,
                        body.OnWorkingDays), ct);
                return TypedResults.Created($"/api/v1/programs/{programId}/meetings", planned);
            })
            .Operation(nameof(PlanMeetingSeries), Permission.MeetingWrite);

    /// <param name="Rule">For example `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10`.</param>
    /// <param name="StartsAt">The first meeting: in the future, on a day of the rule.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    /// <param name="Topic">At most 300 characters.</param>
    /// <param name="Place">At most 300 characters.</param>
    /// <param name="Link">Of the video call; https, at most 500 characters.</param>
    /// <param name="Agenda">At most 20 topics, the same for every meeting.</param>
    /// <param name="OnWorkingDays">Leaves out weekends and holidays of the production calendar.</param>
    public sealed record Body(
        string Rule, DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place = null, string? Link = null,
        IReadOnlyList<AgendaTopic>? Agenda = null, bool OnWorkingDays = true);

    public sealed record Command(
        Guid ProgramId, string Rule, DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place, string? Link,
        IReadOnlyList<AgendaTopic>? Agenda, bool OnWorkingDays) : ICommand<Result>;

    /// <param name="Skipped">Days of the rule that were left out as holidays.</param>
    /// <param name="Shortened">Days with a meeting that are worked an hour less.</param>
    /// <param name="ProvisionalYears">Years with a meeting whose decree on days off is not published yet: days may turn out to be holidays.</param>
    public sealed record Result(
        Guid SeriesId, int Meetings, IReadOnlyList<DateOnly> Skipped, IReadOnlyList<DateOnly> Shortened, IReadOnlyList<int> ProvisionalYears);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Rule).NotEmpty().MaximumLength(200).Must(rule => RecurrenceRule.Parse(rule) is not null)
                .WithMessage(_ => ProblemTexts.Of("meeting.rule", []));
            RuleFor(c => c.DurationMinutes).IsDuration();
            RuleFor(c => c.Topic).IsTopic();
            RuleFor(c => c.Place).IsPlace();
            RuleFor(c => c.Link).IsLink();
            this.IsAgenda(c => c.Agenda);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.ProgramId, null, null, ct);
            if (program.Status != ProgramStatus.Active) throw new RuleViolation("program.not-in-force");
            await program.DemandBothSides(db, ct);
            var now = time.GetUtcNow();
            MeetingTimes.CheckPlanned(command.StartsAt, program, now);

            var zone = TimeZoneInfo.FindSystemTimeZoneById(program.TimeZone);
            var local = TimeZoneInfo.ConvertTime(command.StartsAt, zone);
            var first = DateOnly.FromDateTime(local.DateTime);
            var all = RecurrenceRule.Parse(command.Rule)!.From(first, MeetingTimes.LastDay(program)).ToList();
            if (all.FirstOrDefault() != first) throw new BadInput("meeting.rule-first-day") { Pointer = "/startsAt" };
            var calendar = await ProductionCalendar.Around(first, program.RegionCode, db, ct);
            var kept = command.OnWorkingDays ? all.Where(calendar.IsWorking).ToList() : all;
            if (kept.Count == 0) throw new BadInput("meeting.rule-empty") { Pointer = "/rule" };

            var series = Guid.CreateVersion7(now);
            var ids = kept.Select(_ => Guid.CreateVersion7(now)).ToArray();
            await db.Execute(Insert, new
            {
                Series = series, command.ProgramId, command.Rule, First = command.StartsAt.UtcDateTime, Ids = ids,
                Starts = kept.Select(day => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.FromDateTime(local.DateTime)), zone)).ToArray(),
                command.DurationMinutes, Mode = command.Mode.ToString(), command.Topic, command.Place, command.Link, By = caller.Id, Now = now.UtcDateTime,
            }, ct);
            await MeetingAgenda.Write(ids, command.Agenda, program, db, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, series, new MeetingSeriesPlanned(kept.Count), program.Id);
            return new(series, kept.Count, [.. all.Except(kept)], [.. kept.Where(calendar.IsShortened)],
                [.. kept.Select(day => day.Year).Distinct().Where(calendar.IsProvisional)]);
        }
    }

    const string Insert = """
        insert into meeting_series (id, program_id, organization_id, region_code, rule, starts_at, created_by, created_at)
        select @Series, id, organization_id, region_code, @Rule, @First, @By, @Now from program where id = @ProgramId;
        insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, place, link, series_id,
            created_by, created_at)
        select p.region_code, m.id, p.id, p.organization_id, 'Planned', @Mode, m.starts_at, @DurationMinutes, @Topic, @Place, @Link, @Series, @By, @Now
          from program p cross join unnest(@Ids, @Starts) as m (id, starts_at)
         where p.id = @ProgramId
        """;
}
