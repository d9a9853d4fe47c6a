using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A mentee drafts a learning request, addressed to mentoring, to professional development or to both.</summary>
public static class DraftLearningRequest
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/learning-requests", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(new Command(organizationId, personId, body.Text), ct);
                return TypedResults.Created($"/api/v1/learning-requests/{created.Id}", created);
            })
            .Operation(nameof(DraftLearningRequest), Permission.ProfileOwn);

    public sealed record Body(LearningRequestText Text);

    public sealed record Command(Guid OrganizationId, Guid PersonId, LearningRequestText Text) : ICommand<LearningRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new LearningRequestText.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, LearningRequestState>
    {
        public async Task<LearningRequestState> Handle(Command command, CancellationToken ct)
        {
            var place = await Workplace.Of(command.OrganizationId, command.PersonId, db, time, ct);
            if (caller.Scope.Person != command.PersonId) throw new RuleViolation("learning-request.authors-word");
            var (id, text) = (Guid.CreateVersion7(time.GetUtcNow()), command.Text);
            await db.ExecuteOne("""
                insert into learning_request (id, organization_id, region_code, person_id, needs, difficulties, self_image, to_mentoring, to_development,
                    created_at)
                values (@id, @OrganizationId, @RegionCode, @PersonId, @Needs, @Difficulties, @SelfImage, @ToMentoring, @ToDevelopment, @Now)
                """, new
            {
                id, place.OrganizationId, place.RegionCode, command.PersonId, text.Needs, text.Difficulties, text.SelfImage, text.ToMentoring,
                text.ToDevelopment,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new LearningRequestDrafted(id));
            return new(id, LearningRequestStatus.Draft, 1);
        }
    }
}
