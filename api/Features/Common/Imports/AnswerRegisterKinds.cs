using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>A person says of which kind organizations are. The answers are kept for every file that follows, and this one is checked anew.</summary>
public static class AnswerRegisterKinds
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/{importId:guid}/kinds", async (Guid importId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(importId, body.Version, body.Answers), ct)))
            .Operation(nameof(AnswerRegisterKinds), Permission.ImportManage);

    /// <param name="Version">Of the import that was looked at; another one answers 412.</param>
    /// <param name="Answers">1 to 500.</param>
    public sealed record Body(int Version, IReadOnlyList<Answer> Answers);

    /// <param name="Key">As the question has it.</param>
    /// <param name="Kind">Code of the dictionary `organization-kind`.</param>
    public sealed record Answer(string Key, string Kind);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Answer> Answers) : ICommand<Result>;

    public sealed record Result(ImportStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Answers.Count).InclusiveBetween(1, 500).OverridePropertyName("answers");
            RuleForEach(c => c.Answers).ChildRules(answer =>
            {
                answer.RuleFor(a => a.Key).NotEmpty().MaximumLength(60);
                answer.RuleFor(a => a.Kind).Must(kind => OrganizationKinds.All.Contains(kind));
            });
        }
    }

    sealed record Current(ImportStatus Status, int Version) : IVersioned;

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            // Looked at without the lock first: a working job holds it for as long as it works.
            ImportLifecycle.Steps.Next((await db.One<Current>(Read, new { command.Id }, ct)).Status, ImportStep.Answer);
            var current = await db.One<Current>($"{Read} for update", new { command.Id }, ct);
            ImportLifecycle.Steps.Next(current.Status, ImportStep.Answer);
            current.MustBeAt(command.Version);

            foreach (var (key, kind) in command.Answers)
            {
                var args = new { command.Id, key, kind, Sector = OrganizationKinds.SectorOf(kind), By = caller.Id, Now = time.GetUtcNow().UtcDateTime };
                if (await db.Execute(Save, args, ct) == 0) throw new NotFound();
            }

            await db.Execute(Again, new { command.Id }, ct);
            await outbox.Add(new ImportReceived(command.Id), ct);
            await News.Tell(db, Imports.Topic(command.Id), ct);
            audit.AboutPlatform(new RegisterKindsAnswered(command.Id, command.Answers));
            return new(ImportStatus.Received, current.Version + 1);
        }
    }

    const string Read = "select status, version from import where id = @Id and kind = 'OrganizationRegister'";
    const string Save = """
        update organization_kind_answer set kind = @kind, sector = @Sector, answered_by = @By, answered_at = @Now where key = @key and import_id = @Id
        """;
    const string Again = """
        update import set status = 'Received', version = version + 1 where id = @Id;
        update import_progress set rows_done = 0 where import_id = @Id;
        """;
}
