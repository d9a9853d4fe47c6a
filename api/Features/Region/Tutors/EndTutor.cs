using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>A tutor works for the body no longer from today on, once nobody is accompanied by or offered this tutor.</summary>
public static class EndTutor
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutors/{tutorId:guid}/end", async (Guid organizationId, Guid tutorId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, tutorId, body.Version, body.Reason), ct)))
            .Operation(nameof(EndTutor), Permission.TutorManage);

    /// <param name="Reason">At most 1000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid TutorId, int Version, string Reason) : ICommand<TutorState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutorState>
    {
        public async Task<TutorState> Handle(Command command, CancellationToken ct)
        {
            var tutor = await TutorRow.Lock(db, caller, command.OrganizationId, command.TutorId, command.Version, ct);
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            if (tutor.EndsOn <= today) throw new RuleViolation("tutor.over");
            var open = await db.One<int>(Open, new { Body = command.OrganizationId, tutor.PersonId }, ct);
            if (open > 0) throw new RuleViolation("tutor.has-teachers", ("count", open));
            await db.ExecuteOne(Save, new { tutor.RegionCode, tutor.Id, Today = today, Reason = command.Reason.Trim() }, ct);
            audit.About(command.OrganizationId, tutor.RegionCode, tutor.Id, new TutorLeft(tutor.PersonId));
            return new(tutor.Id, tutor.Version + 1);
        }
    }

    const string Open = "select count(*)::int from tutor_assignment where body_id = @Body and tutor_id = @PersonId and status in ('Proposed', 'Active')";

    const string Save = """
        update tutor set ends_on = greatest(starts_on, @Today), end_reason = @Reason, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}
