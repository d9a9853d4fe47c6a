using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>The nightly job that looks for signs in the programs in force, a batch in a transaction.</summary>
public sealed class ComputeSignals(IServiceScopeFactory scopes)
{
    /// <summary>Night in Moscow, morning in the Far East.</summary>
    public const string Schedule = "0 20 21 * * *";

    const int Batch = 1000;

    public async Task Run(CancellationToken ct)
    {
        Guid? after = null;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(ComputeSignals));
            after = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Command(after), ct)).Next;
        }
        while (after is not null);
    }

    public sealed record Command(Guid? After) : ICommand<Result>;

    /// <param name="Next">The last program of the batch; null when it was the last batch.</param>
    public sealed record Result(Guid? Next, int Signs);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var facts = await db.List<ProgramFacts>(SignalSql.Facts, new { command.After, Now = now.UtcDateTime, Limit = Batch, Organization = (Guid?)null },
                ct);
            var signs = facts.SelectMany(f => Signals.Of(f).Select(sign => (Facts: f, Sign: sign))).ToList();
            if (facts.Count > 0)
            {
                var args = new
                {
                    Programs = facts.Select(f => f.ProgramId).ToArray(), Now = now.UtcDateTime,
                    NewIds = signs.Select(_ => Guid.CreateVersion7(now)).ToArray(), Ids = signs.Select(s => s.Facts.ProgramId).ToArray(),
                    Kinds = signs.Select(s => s.Sign.Kind.ToString()).ToArray(), Found = signs.Select(s => s.Sign.Found).ToArray(),
                    Expected = signs.Select(s => s.Sign.Expected).ToArray(), Days = signs.Select(s => s.Facts.Today).ToArray(),
                    SignalLifecycle.DaysOfThePair, SignalLifecycle.QuietDays,
                };
                await db.Execute(SignalSql.Pass, args, ct);
                await db.Execute(SignalSql.Raise, args, ct);
            }

            audit.AboutPlatform(new SignalsComputed(facts.Count, signs.Count));
            return new(facts.Count == Batch ? facts[^1].ProgramId : null, signs.Count);
        }
    }
}
