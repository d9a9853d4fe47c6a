using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

/// <summary>Supersedes an entry from a day on: what was recorded under the version before keeps its meaning.</summary>
public static class ReviseDictionaryEntry
{
    public static void Map(RouteGroupBuilder dictionaries) =>
        dictionaries.MapPost("/{code}/revisions", async (string dictionary, string code, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Created($"/api/v1/dictionaries/{dictionary}", await mediator.Send(
                    new Command(dictionary, code, body.Version, body.NameRu, body.NameEn, body.Source, body.Data, body.ValidFrom), ct)))
            .Operation(nameof(ReviseDictionaryEntry), Permission.ReferenceWrite);

    /// <param name="Version">The version that is superseded; another one answers 412.</param>
    /// <param name="ValidFrom">The first day of the new version, after the first day of the one before; today when absent.</param>
    public sealed record Body(int Version, string NameRu, string NameEn, string? Source = null, JsonElement? Data = null, DateOnly? ValidFrom = null);

    public sealed record Command(
        string Dictionary, string Code, int Version, string NameRu, string NameEn, string? Source, JsonElement? Data, DateOnly? ValidFrom) : ICommand<Result>;

    public sealed record Result(string Code, int Version, DateOnly ValidFrom);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.NameRu).NotEmpty().MaximumLength(300);
            RuleFor(c => c.NameEn).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Source).MaximumLength(500);
            RuleFor(c => c.Data).Must(Dictionaries.IsData);
        }
    }

    sealed record Current(int Version, DateOnly ValidFrom) : IVersioned;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var dictionary = Dictionaries.Find(command.Dictionary);
            var current = await db.Lock<Current>(Lock, new { dictionary, command.Code }, command.Version, ct);
            var from = command.ValidFrom ?? RegionTime.Today(RegionTime.Federation, time);
            if (from <= current.ValidFrom) throw new BadInput("dictionary.not-after-current", ("date", current.ValidFrom)) { Pointer = "/validFrom" };

            await db.Execute(Supersede, new
            {
                dictionary, command.Code, current.Version, command.NameRu, command.NameEn, command.Source, Data = Dictionaries.Data(command.Data), from,
            }, ct);
            audit.AboutPlatform(new DictionaryEntryRevised(dictionary, command.Code, current.Version + 1));
            return new(command.Code, current.Version + 1, from);
        }
    }

    const string Lock = "select version, valid_from from dictionary_entry where dictionary = @dictionary and code = @Code and valid_to is null for update";
    const string Supersede = """
        update dictionary_entry set valid_to = @from where dictionary = @dictionary and code = @Code and version = @Version;
        insert into dictionary_entry (dictionary, code, version, name_ru, name_en, source, data, valid_from, position)
        select dictionary, code, version + 1, @NameRu, @NameEn, @Source, @Data::jsonb, @from, position
          from dictionary_entry where dictionary = @dictionary and code = @Code and version = @Version;
        """;
}
