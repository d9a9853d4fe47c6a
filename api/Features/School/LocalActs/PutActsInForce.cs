using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The hourly job that puts approved acts in force on their day, each by the calendar of its own region.</summary>
public sealed class PutActsInForce(DueWork due)
{
    public const string Schedule = "0 10 * * * *";

    public Task Run(CancellationToken ct) => due.Each<Guid, ActState>(nameof(PutActsInForce), Due, id => new Command(id), ct);

    public sealed record Command(Guid Id) : ICommand<ActState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, null, ct);
            var next = await act.TakeEffect(db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActTookForce(act.EffectiveOn));
            return next.State;
        }
    }

    const string Due = """
        select a.id from local_act a join organization_zone t on t.place_id = a.organization_id
         where a.status = 'Approved' and a.effective_on <= (@Now::timestamptz at time zone t.time_zone)::date
         order by a.effective_on, a.id
        """;
}
