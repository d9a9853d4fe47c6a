using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Rules out that two people become a pair.</summary>
public static class SetMatchVeto
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/vetoes", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.MentorId, body.MenteeId, body.Reason), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/matching/vetoes/{made.Id}", made);
            })
            .Operation(nameof(SetMatchVeto), Permission.MatchManage);

    /// <param name="Reason">Why, for the curator and the council alone; at most 500 characters.</param>
    public sealed record Body(Guid MentorId, Guid MenteeId, string Reason);

    public sealed record Command(Guid OrganizationId, Guid MentorId, Guid MenteeId, string Reason) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var region = await MatchCheck.Both(db, caller, time, command.OrganizationId, command.MentorId, command.MenteeId, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, new { id, command.OrganizationId, region, command.MentorId, command.MenteeId, command.Reason, Now = now.UtcDateTime }, ct);
            audit.About(command.OrganizationId, region, id, new MatchVetoSet(command.MentorId, command.MenteeId));
            return new(id);
        }
    }

    // What was settled before gives way; a request between the two closes with the next round of the job.
    const string Sql = """
        update match_lock set released_at = @Now where organization_id = @OrganizationId and mentee_id = @MenteeId and mentor_id = @MentorId
            and released_at is null;
        insert into match_veto (id, organization_id, region_code, mentor_id, mentee_id, reason, set_at)
        values (@id, @OrganizationId, @region, @MentorId, @MenteeId, @Reason, @Now)
        """;
}
