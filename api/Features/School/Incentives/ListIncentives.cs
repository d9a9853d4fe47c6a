using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Proposals to reward mentors and mentees, the latest first.</summary>
public static class ListIncentives
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/incentives", async (Guid organizationId, IncentiveFunction? function, string? cursor, int? size, IMediator mediator,
            HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(organizationId, function, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListIncentives), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId, IncentiveFunction? Function, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Incentive">What is proposed, in words.</param>
    /// <param name="DecisionText">The council's decision that it rests on.</param>
    /// <param name="Steps">What the caller may do with it now.</param>
    public sealed record Item(
        Guid Id, Guid PersonId, string PersonName, IncentiveKind Kind, IncentiveFunction Function, string Incentive, string Grounds, long? AmountKopecks,
            IncentiveStatus Status, string? DecisionText,
        string ProposedByName, DateTime ProposedAt, DateTime? DecidedAt, string? Comment, int Version, IReadOnlyList<IncentiveStep> Steps);

    sealed record Row(
        Guid Id, Guid PersonId, string PersonName, IncentiveKind Kind, IncentiveFunction Function, string Incentive, string Grounds, long? AmountKopecks,
            IncentiveStatus Status, string? DecisionText,
        Guid ProposedBy, string ProposedByName, DateTime ProposedAt, DateTime? DecidedAt, string? Comment, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var list = $"{nameof(ListIncentives)}/{query.OrganizationId}/{query.Function}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Row>(Sql,
                new { query.OrganizationId, Function = query.Function?.ToString(), After = after?.At, AfterId = after?.Id, Limit = query.Size + 1 }, ct);
            bool leads = May(Permission.CouncilLead, query), decides = May(Permission.IncentiveDecide, query);
            return cursors.Page(rows.Select(r => new Item(r.Id, r.PersonId, r.PersonName, r.Kind, r.Function, r.Incentive, r.Grounds, r.AmountKopecks,
                r.Status, r.DecisionText,
                r.ProposedByName, r.ProposedAt, r.DecidedAt, r.Comment, r.Version, Steps(r, leads, decides))).ToList(), query.Size, list,
                    item => new Key(item.ProposedAt, item.Id));
        }

        bool May(Permission permission, Query query) => caller.May(permission, query.OrganizationId);

        IReadOnlyList<IncentiveStep> Steps(Row row, bool leads, bool decides) => [.. IncentiveLifecycle.Steps.From(row.Status).Where(step => step switch
        {
            IncentiveStep.Support or IncentiveStep.NotSupport => leads && row.PersonId != caller.Scope.Person,
            IncentiveStep.Grant or IncentiveStep.Decline => decides && row.PersonId != caller.Scope.Person,
            _ => row.ProposedBy == caller.Scope.Person,
        })];
    }

    const string Sql = """
        select i.id, i.person_id, i.person_name, i.kind, i.function, i.incentive, i.grounds, i.amount_kopecks, i.status, d.text decision_text,
               i.proposed_by, i.proposed_by_name, i.proposed_at, i.decided_at, i.comment, i.version
          from incentive_proposal i left join council_decision d on d.id = i.decision_id
         where i.organization_id = @OrganizationId and (@Function::text is null or i.function = @Function)
            and (@AfterId::uuid is null or (i.proposed_at, i.id) < (@After::timestamptz, @AfterId))
         order by i.proposed_at desc, i.id desc limit @Limit
        """;
}
