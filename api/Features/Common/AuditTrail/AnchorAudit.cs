using System.Security.Cryptography;
using System.Text;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.AuditTrail;

/// <summary>
/// The daily job that writes the heads of all chains to a file outside the database: whoever rewrites a whole chain, head
/// included, would have to rewrite the files too. Each file starts with the hash of the one before.
/// </summary>
public sealed class AnchorAudit(IServiceScopeFactory scopes)
{
    public const string Schedule = "0 30 21 * * *";

    public async Task Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(AnchorAudit));
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Command(), ct);
    }

    public sealed record Command : ICommand<Result>;

    /// <param name="File">Null when the day has its anchor already.</param>
    /// <param name="Hash">SHA-256 of the file.</param>
    public sealed record Result(string? File, string Hash, int Organizations);

    sealed record Head(Guid OrganizationId, long Sequence, string Hash);

    sealed record Anchor(DateOnly TakenOn, string Hash);

    public sealed class Handler(Db db, Audit audit, IConfiguration configuration, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await db.Execute("select pg_advisory_xact_lock(hashtext('audit-anchor'))", null, ct);
            var now = time.GetUtcNow().UtcDateTime;
            var today = DateOnly.FromDateTime(now);
            var last = await db.Maybe<Anchor>("select taken_on, hash from audit_anchor order by taken_on desc limit 1", null, ct);
            audit.AboutPlatform(new AuditAnchored(today));
            if (last?.TakenOn == today) return new(null, last.Hash, 0);

            var heads = await db.List<Head>("select organization_id, sequence, hash from audit_head order by organization_id", null, ct);
            var content = Encoding.UTF8.GetBytes(Text(last?.Hash ?? "", now, heads));
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            var file = await Write(today, content, ct);
            await db.Execute("insert into audit_anchor (taken_on, taken_at, organizations, hash) values (@today, @now, @Count, @hash)",
                new { today, now, heads.Count, hash }, ct);
            return new(file, hash, heads.Count);
        }

        /// <summary>First under another name: a crash leaves no half anchor that looks like a whole one.</summary>
        async Task<string> Write(DateOnly day, byte[] content, CancellationToken ct)
        {
            var folder = Directory.CreateDirectory(configuration["Audit:AnchorFolder"] ?? Path.Combine(".data", "audit-anchors")).FullName;
            var file = Path.Combine(folder, $"audit-{day:O}.txt");
            await File.WriteAllBytesAsync($"{file}.part", content, ct);
            File.Move($"{file}.part", file, overwrite: true);
            return file;
        }

        static string Text(string previous, DateTime at, IEnumerable<Head> heads) =>
            $"previous {previous}\ntaken-at {at:O}\n" + string.Concat(heads.Select(head => $"{head.OrganizationId} {head.Sequence} {head.Hash}\n"));
    }
}
