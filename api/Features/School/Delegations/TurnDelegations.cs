using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>
/// The hourly job that writes down what the days have done: begun, ended. Rights do not wait for it: they are read from the
/// dates themselves. What was proposed and not answered before its last day is taken back.
/// </summary>
public sealed class TurnDelegations(DueWork due)
{
    public const string Schedule = "0 3 * * * *";

    sealed record Row(Guid Id, DelegationStep Step);

    public Task Run(CancellationToken ct) => due.Each<Row, DelegationState>(nameof(TurnDelegations), Due, row => new Command(row.Id, row.Step), ct);

    public sealed record Command(Guid Id, DelegationStep Step) : ICommand<DelegationState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, DelegationState>
    {
        public async Task<DelegationState> Handle(Command command, CancellationToken ct)
        {
            var delegation = await DelegationRow.Lock(db, command.Id, null, ct);
            return await delegation.Turn(command.Step, null, db, audit, time, ct);
        }
    }

    const string Due = """
        select id, step from (
            select d.id, d.starts_on, case
                   when d.status = 'Proposed' and d.ends_on <= today.day then 'Withdraw'
                   when d.status in ('Accepted', 'InForce') and d.ends_on <= today.day then 'End'
                   when d.status = 'Accepted' and d.starts_on <= today.day then 'Begin' end step
              from delegation d join organization_zone t on t.place_id = d.organization_id
              cross join lateral (select (@Now::timestamptz at time zone t.time_zone)::date as day) today
             where d.status in ('Proposed', 'Accepted', 'InForce')) due
         where step is not null order by starts_on, id limit 1000
        """;
}
