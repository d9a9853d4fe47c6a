using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair closes the meeting; its minutes get the next number of the school year.</summary>
public static class CloseCouncilMeeting
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/meetings/{meetingId:guid}/close", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.SecretaryName, body.Heard), ct)))
            .Operation(nameof(CloseCouncilMeeting), Permission.CouncilLead);

    /// <param name="SecretaryName">Who keeps the minutes; at most 200 characters.</param>
    /// <param name="Heard">What was said to the points, for the minutes.</param>
    public sealed record Body(int Version, string SecretaryName, IReadOnlyList<HeardPoint> Heard);

    /// <param name="Text">At most 4,000 characters.</param>
    public sealed record HeardPoint(Guid AgendaItemId, string Text);

    public sealed record Command(Guid Id, int Version, string SecretaryName, IReadOnlyList<HeardPoint> Heard) : ICommand<Result>;

    /// <param name="Number">Of the minutes in the school year.</param>
    public sealed record Result(Guid Id, CouncilMeetingStatus Status, int Version, int Number);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SecretaryName).NotEmpty().MaximumLength(200);
            RuleForEach(c => c.Heard).ChildRules(point => point.RuleFor(p => p.Text).MaximumLength(4000));
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.Id, command.Version, ct);
            var next = meeting.Next(CouncilMeetingStep.Close);
            if (await db.One<bool>("select exists (select from council_decision where meeting_id = @Id and status = 'Voting')", command,
                ct)) throw new RuleViolation("council.vote-open");
            foreach (var point in command.Heard)
                await db.ExecuteOne("update council_agenda_item set heard = @Text where id = @AgendaItemId and meeting_id = @Id",
                    new { point.Text, point.AgendaItemId, command.Id }, ct);
            await db.Execute("update council_decision set status = 'Withdrawn', version = version + 1 where meeting_id = @Id and status = 'Proposed'",
                command, ct);
            var year = SchoolYear.Of(RegionTime.DayOf(new DateTimeOffset(meeting.StartsAt, TimeSpan.Zero), meeting.TimeZone));
            var number = await db.One<int>(Close, new { command.Id, year, command.SecretaryName, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new CouncilMeetingClosed(number));
            return new(meeting.Id, next, meeting.Version + 1, number);
        }
    }

    const string Close = """
        update council_meeting m
           set status = 'Held', closed_at = @Now, school_year = @year, secretary_name = @SecretaryName, version = version + 1,
               number = (select coalesce(max(o.number), 0) + 1 from council_meeting o where o.organization_id = m.organization_id and o.school_year = @year),
               members = (select count(*) from council_attendance a where a.meeting_id = m.id),
               present = (select count(*) from council_attendance a where a.meeting_id = m.id and a.present)
         where id = @Id
        returning number
        """;
}
