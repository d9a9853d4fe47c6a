using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Requests of a school's mentees, and those to its mentors from other schools; the newest first.</summary>
public static class ListMatchRequests
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapGet("/requests", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListMatchRequests), Permission.MatchManage);

    /// <param name="Status">All when absent.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, MatchRequestStatus? Status = null, string? Cursor = null, int Size = Cursors.DefaultSize)
        : IQuery<Page<Item>>;

    /// <param name="MentorOrganizationName">Where the mentor works.</param>
    /// <param name="Points">Of the score when it was sent.</param>
    /// <param name="MentorYesAt">When the mentor said yes.</param>
    /// <param name="Reason">In the words of whoever ended it.</param>
    /// <param name="ProgramId">Of the program that the pair began.</param>
    /// <param name="Own">The mentee is of this school; else only the mentor is, and the other school leads.</param>
    public sealed record Item(
        Guid Id, MatchRequestStatus Status, Guid MentorId, string MentorName, string MentorOrganizationName, Guid MenteeId, string MenteeName, Guid? GroupId,
            int? Points,
        DateTime AskedAt, DateTime ExpiresAt, DateTime? MentorYesAt, DateTime? MenteeYesAt, DateTime? DecidedAt, MatchRequestReason? ReasonCode, string? Reason,
        Guid? ProgramId, int Version, bool Own);

    sealed record Key(DateTime At, Guid Id);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.Id);
            var after = cursors.Read<Key>(query.Cursor, nameof(ListMatchRequests));
            var rows = await db.List<Item>(Sql,
                new { query.Id, Status = query.Status?.ToString(), AfterAt = after?.At, AfterId = after?.Id, Take = query.Size + 1 }, ct);
            return cursors.Page(rows, query.Size, nameof(ListMatchRequests), row => new Key(row.AskedAt, row.Id));
        }
    }

    const string Sql = """
        select r.id, r.status, r.mentor_id, r.mentor_name, o.name_short mentor_organization_name, r.mentee_id, r.mentee_name, r.group_id, r.points, r.asked_at,
               r.expires_at,
               r.mentor_yes_at, r.mentee_yes_at, r.decided_at, r.reason_code, r.reason, r.program_id, r.version, r.organization_id = @Id own
          from match_request r join organization o on o.id = r.mentor_organization_id
         where (r.organization_id = @Id or r.mentor_organization_id = @Id)
           and (@Status::text is null or r.status = @Status)
           and (@AfterId::uuid is null or (r.asked_at, r.id) < (@AfterAt, @AfterId))
         order by r.asked_at desc, r.id desc
         limit @Take
        """;
}
