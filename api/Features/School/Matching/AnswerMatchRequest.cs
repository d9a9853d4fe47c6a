using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Says yes or no to a pair. A mentor's yes takes one of the mentor's places: <c>match.no-place</c> when there is none left. The second yes
/// makes the pair.
/// </summary>
public static class AnswerMatchRequest
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/{requestId:guid}/answer", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.Yes, body.Reason), ct)))
            .Operation(nameof(AnswerMatchRequest), Permission.MatchAnswer);

    /// <param name="Reason">Of a no; nobody has to give one. At most 500 characters.</param>
    public sealed record Body(int Version, bool Yes, string? Reason = null);

    public sealed record Command(Guid Id, int Version, bool Yes, string? Reason) : ICommand<Result>;

    public sealed record Result(MatchRequestStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var request = await MatchRequestRow.Lock(db, command.Id, command.Version, ct);
            var mentor = request.MentorId == caller.Person;
            if (!mentor && request.MenteeId != caller.Person) throw new NotFound();
            if (request.Status == MatchRequestStatus.Requested && request.ExpiresAt <= time.GetUtcNow().UtcDateTime) throw new RuleViolation("match.expired");

            var status = command.Yes
                ? await Accept(request, mentor, ct)
                : await request.End(MatchRequestStep.No, mentor ? MatchRequestReason.MentorDeclined : MatchRequestReason.MenteeDeclined, command.Reason, db,
                    time, ct);
            if (status == MatchRequestStatus.Accepted) await outbox.Add(new PairMade(request.Id), ct);
            audit.About(request.OrganizationId, request.RegionCode, request.Id,
                new MatchRequestAnswered(mentor ? MatchSide.Mentor : MatchSide.Mentee, command.Yes, status));
            return new(status, request.Version + 1);
        }

        async Task<MatchRequestStatus> Accept(MatchRequestRow request, bool mentor, CancellationToken ct)
        {
            if ((mentor ? request.MentorYesAt : request.MenteeYesAt) is not null) throw new RuleViolation("match.step-not-now");
            var other = mentor ? request.MenteeYesAt : request.MentorYesAt;
            var status = MatchRequestLifecycle.Steps.Next(request.Status, other is null ? MatchRequestStep.FirstYes : MatchRequestStep.SecondYes);
            if (mentor && request.GroupId is { } group) await MatchPlaces.TakeSeat(db, group, ct);
            else if (mentor) await MatchPlaces.Take(db, request.MentorOrganizationId, request.MentorRegion, request.MentorId, ct);
            await db.ExecuteOne(mentor ? MentorYes : MenteeYes, new
            {
                request.Id, Status = status.ToString(), Now = time.GetUtcNow().UtcDateTime, Accepted = status == MatchRequestStatus.Accepted,
            }, ct);
            return status;
        }
    }

    const string MentorYes = """
        update match_request set mentor_yes_at = @Now, status = @Status, decided_at = case when @Accepted then @Now end, version = version + 1 where id = @Id
        """;

    const string MenteeYes = """
        update match_request set mentee_yes_at = @Now, status = @Status, decided_at = case when @Accepted then @Now end, version = version + 1 where id = @Id
        """;
}

/// <summary>Both sides have said yes: what else was asked of the two may have lost its sense.</summary>
public sealed record PairMade(Guid RequestId) : IMessage;
