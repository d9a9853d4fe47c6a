using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// Corrects what the registry says of a tutor. Teachers whom the tutor accompanies stay also where the capacity is lower now: nobody new
/// comes until there is a free place again.
/// </summary>
public static class ReviseTutor
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPut("/tutors/{tutorId:guid}", async (Guid organizationId, Guid tutorId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, tutorId, body.Version, body.Card), ct)))
            .Operation(nameof(ReviseTutor), Permission.TutorManage);

    public sealed record Body(int Version, TutorCard Card);

    public sealed record Command(Guid OrganizationId, Guid TutorId, int Version, TutorCard Card) : ICommand<TutorState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new TutorCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutorState>
    {
        public async Task<TutorState> Handle(Command command, CancellationToken ct)
        {
            var tutor = await TutorRow.Lock(db, caller, command.OrganizationId, command.TutorId, command.Version, ct);
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (tutor.EndsOn <= place.Today(time)) throw new RuleViolation("tutor.over");
            if (command.Card.EndsOn <= place.Today(time)) throw new BadInput("tutor.end-it") { Pointer = "/card/endsOn" };
            await command.Card.Demand(db, ct);
            await db.ExecuteOne(Save, command.Card.Args(new { tutor.RegionCode, tutor.Id }), ct);
            audit.About(command.OrganizationId, tutor.RegionCode, tutor.Id, new TutorRevised(command.Card.Capacity, command.Card.AcceptsNew));
            return new(tutor.Id, tutor.Version + 1);
        }
    }

    const string Save = """
        update tutor set kind = @Kind, zones = @Zones, sectors = @Sectors, territories = @Territories, capacity = @Capacity, accepts_new = @AcceptsNew,
               starts_on = @StartsOn, ends_on = @EndsOn, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
