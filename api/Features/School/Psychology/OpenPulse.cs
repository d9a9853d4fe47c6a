using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Asks the staff, or those in programs, how it is to work here: anonymously, one answer each.</summary>
public static class OpenPulse
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/pulses", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var opened = await mediator.Send(new Command(organizationId, body.Title, body.Audience, body.Statements, body.ClosesOn), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/psychology/pulses", opened);
            })
            .Operation(nameof(OpenPulse), Permission.PsychologyWork);

    /// <param name="Title">At most 200 characters.</param>
    /// <param name="Statements">Codes of the dictionary `pulse-statement`: 1 to 12.</param>
    /// <param name="ClosesOn">The last day for answers: 1 to 60 days ahead.</param>
    public sealed record Body(string Title, PulseAudience Audience, IReadOnlyList<string> Statements, DateOnly ClosesOn);

    public sealed record Command(Guid OrganizationId, string Title, PulseAudience Audience, IReadOnlyList<string> Statements, DateOnly ClosesOn)
        : ICommand<Result>;

    public sealed record Result(Guid Id, int Invited);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).IsText(200);
            RuleFor(c => c.Statements).Must(codes => codes.Count is >= 1 and <= 12 && codes.Distinct().Count() == codes.Count);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var (today, id) = (place.Today(time), Guid.CreateVersion7(time.GetUtcNow()));
            if (command.ClosesOn <= today || command.ClosesOn > today.AddDays(60)) throw new BadInput("pulse.term") { Pointer = "/closesOn" };
            await PsychologyText.Check(PsychologyText.Statements, command.Statements, db, ct);
            var people = await db.List<Guid>(command.Audience == PulseAudience.Staff ? Staff : Participants, new { command.OrganizationId, today }, ct);
            if (people.Count < Pulse.FewestShown) throw new RuleViolation("pulse.too-few");

            var args = new
            {
                id, command.OrganizationId, place.RegionCode, command.Title, Audience = command.Audience.ToString(), Statements = command.Statements.ToArray(),
                today, command.ClosesOn, Invited = people.Count, People = people.ToArray(),
            };
            await db.ExecuteOne(Insert, args, ct);
            await db.Execute(Invite, args, ct);
            await db.Execute(Prepare, args, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PulseStarted(people.Count), concerned: people);
            return new(id, people.Count);
        }
    }

    const string Staff = """
        select distinct person_id from employment
         where organization_id = @OrganizationId and is_teaching and started_on <= @today and (ended_on is null or ended_on > @today)
        """;

    const string Participants = """
        select distinct part.person_id
          from program_participant part join program pr on pr.id = part.program_id
          join employment e on e.person_id = part.person_id and e.organization_id = @OrganizationId and e.started_on <= @today
              and (e.ended_on is null or e.ended_on > @today)
         where part.organization_id = @OrganizationId and part.left_on is null and pr.status in ('Active', 'Paused')
        """;

    const string Insert = """
        insert into pulse (id, organization_id, region_code, title, audience, statements, opened_on, closes_on, invited)
        values (@id, @OrganizationId, @RegionCode, @Title, @Audience, @Statements, @today, @ClosesOn, @Invited)
        """;

    const string Invite = """
        insert into pulse_invitation (pulse_id, organization_id, region_code, person_id)
        select @id, @OrganizationId, @RegionCode, person_id from unnest(@People::uuid[]) person_id
        """;

    const string Prepare = """
        insert into pulse_tally (pulse_id, organization_id, region_code, statement, score)
        select @id, @OrganizationId, @RegionCode, statement, score from unnest(@Statements::text[]) statement, generate_series(1, 5) score
        """;
}
