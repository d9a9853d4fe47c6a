using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Preparations;

/// <summary>The council takes on the preparation for a contest, a forum, a conference or a festival.</summary>
public static class AddPreparation
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/preparations", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body.Kind, body.Level, body.Title, body.Participants, body.Aim, body.StartsOn), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/council/preparations", state);
            })
            .Operation(nameof(AddPreparation), Permission.CouncilWork);

    /// <param name="Title">At most 300 characters.</param>
    /// <param name="Participants">Who takes part; at most 1,000 characters.</param>
    /// <param name="Aim">At most 2,000 characters.</param>
    /// <param name="StartsOn">The day of the event, not in the past.</param>
    public sealed record Body(PreparationKind Kind, PreparationLevel Level, string Title, string Participants, DateOnly StartsOn, string? Aim = null);

    public sealed record Command(Guid OrganizationId, PreparationKind Kind, PreparationLevel Level, string Title, string Participants, string? Aim,
        DateOnly StartsOn) : ICommand<CouncilState<PreparationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Participants).NotEmpty().MaximumLength(1000);
            RuleFor(c => c.Aim).MaximumLength(2000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<PreparationStatus>>
    {
        public async Task<CouncilState<PreparationStatus>> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.StartsOn < place.Today(time)) throw new BadInput("council.day-is-over") { Pointer = "/startsOn" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert, new
            {
                id, command.OrganizationId, place.RegionCode, Kind = command.Kind.ToString(), Level = command.Level.ToString(), command.Title,
                command.Participants,
                Aim = command.Aim ?? "", command.StartsOn, Now = now.UtcDateTime,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PreparationAdded(command.Kind, command.Level));
            return new(id, PreparationStatus.Preparing, 1);
        }
    }

    const string Insert = """
        insert into council_preparation (id, organization_id, region_code, kind, level, status, title, participants, aim, starts_on, created_at)
        values (@id, @OrganizationId, @RegionCode, @Kind, @Level, 'Preparing', @Title, @Participants, @Aim, @StartsOn, @Now)
        """;
}
