using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Says since when a mentee has settled in: it holds once a mentor and the mentee say the same day.</summary>
public static class SayAdapted
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPut("/adaptations/{personId:guid}", async (Guid programId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, personId, body.Version, body.AdaptedOn), ct)))
            .WithDescription("Another day than the one said before asks the other side anew; what was said stays in the row's past.")
            .Operation(nameof(SayAdapted), Permission.ImpactTake);

    /// <param name="Version">0 where nobody has said it yet.</param>
    /// <param name="AdaptedOn">From the first day of the program to today.</param>
    public sealed record Body(int Version, DateOnly AdaptedOn);

    public sealed record Command(Guid ProgramId, Guid PersonId, int Version, DateOnly AdaptedOn) : ICommand<AdaptationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.AdaptedOn).NotEmpty();
    }

    sealed record Pairing(Guid OrganizationId, string RegionCode, DateOnly StartsOn, DateOnly EndsOn, DateTime? ActivatedAt, string TimeZone, string Role);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, AdaptationState>
    {
        public async Task<AdaptationState> Handle(Command command, CancellationToken ct)
        {
            var args = new { command.ProgramId, command.PersonId, caller.Person };
            var place = await db.One<Pairing>(PlaceSql, args, ct);
            var byMentor = place.Role == nameof(ParticipantRole.Mentor);
            if (!byMentor && command.PersonId != caller.Person) throw new Forbidden("impact.adaptation-not-yours");
            if (place.ActivatedAt is null) throw new RuleViolation("impact.not-now");
            var now = time.GetUtcNow();
            if (command.AdaptedOn < place.StartsOn || command.AdaptedOn > RegionTime.Today(place.TimeZone, time))
                throw new BadInput("impact.adapted-on") { Pointer = "/adaptedOn" };

            var row = await db.Maybe<AdaptationRow>(
                $"{AdaptationRow.Sql} where a.program_id = @ProgramId and a.person_id = @PersonId", args, ct);
            Stale.Unless(command.Version, row?.Version ?? 0);
            var same = row?.AdaptedOn == command.AdaptedOn;
            if (same && (byMentor ? row!.MentorSaidAt : row!.MenteeSaidAt) is not null) throw new RuleViolation("impact.same");
            var (days, inPlan) = (command.AdaptedOn.DayNumber - place.StartsOn.DayNumber, command.AdaptedOn <= place.EndsOn);
            await db.ExecuteOne(row is null ? Insert : Update, new
            {
                place.OrganizationId, place.RegionCode, command.ProgramId, command.PersonId, command.AdaptedOn, days, inPlan, same, byMentor, caller.Person,
                Now = now.UtcDateTime,
            }, ct);
            var state = new AdaptationRow
            {
                PersonId = command.PersonId, AdaptedOn = command.AdaptedOn, Days = days, InPlan = inPlan,
                MentorSaidAt = byMentor ? now.UtcDateTime : same ? row!.MentorSaidAt : null,
                MenteeSaidAt = byMentor ? same ? row!.MenteeSaidAt : null : now.UtcDateTime, Version = command.Version + 1,
            }.State;
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new AdaptationSaid(state.IsAgreed), command.ProgramId);
            return state;
        }
    }

    const string PlaceSql = """
        select p.organization_id, p.region_code, p.starts_on, p.ends_on, p.activated_at, z.time_zone, own.role
          from program p join organization_zone z on z.place_id = p.organization_id
          join program_participant own on own.region_code = p.region_code and own.program_id = p.id and own.person_id = @Person
          join program_participant i on i.region_code = p.region_code and i.program_id = p.id and i.person_id = @PersonId and i.role = 'Mentee'
         where p.id = @ProgramId
           for update of i
        """;

    const string Insert = """
        insert into adaptation (region_code, organization_id, program_id, person_id, adapted_on, days, in_plan, mentor_id, mentor_said_at, mentee_said_at)
        values (@RegionCode, @OrganizationId, @ProgramId, @PersonId, @AdaptedOn, @days, @inPlan, case when @byMentor then @Person::uuid end,
                case when @byMentor then @Now::timestamptz end, case when not @byMentor then @Now::timestamptz end)
        """;

    const string Update = """
        update adaptation set adapted_on = @AdaptedOn, days = @days, in_plan = @inPlan,
               mentor_id = case when @byMentor then @Person::uuid when @same then mentor_id end,
               mentor_said_at = case when @byMentor then @Now::timestamptz when @same then mentor_said_at end,
               mentee_said_at = case when not @byMentor then @Now::timestamptz when @same then mentee_said_at end,
               past = case when @same then past else past || jsonb_build_array(jsonb_build_object('at', @Now::timestamptz, 'adaptedOn', adapted_on)) end,
               version = version + 1
         where region_code = @RegionCode and program_id = @ProgramId and person_id = @PersonId
        """;
}
