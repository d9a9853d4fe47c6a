using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

/// <summary>Adds an entry to a dictionary, at its end.</summary>
public static class AddDictionaryEntry
{
    public static void Map(RouteGroupBuilder dictionaries) =>
        dictionaries.MapPost("/", async (string dictionary, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Created($"/api/v1/dictionaries/{dictionary}",
                    await mediator.Send(new Command(dictionary, body.Code, body.NameRu, body.NameEn, body.Source, body.Data), ct)))
            .Operation(nameof(AddDictionaryEntry), Permission.ReferenceWrite);

    /// <param name="Code">Letters, digits and hyphens; stays for ever.</param>
    /// <param name="Source">The document that the entry comes from.</param>
    /// <param name="Data">An object of what only this dictionary has.</param>
    public sealed record Body(string Code, string NameRu, string NameEn, string? Source = null, JsonElement? Data = null);

    public sealed record Command(string Dictionary, string Code, string NameRu, string NameEn, string? Source, JsonElement? Data) : ICommand<Result>;

    public sealed record Result(string Code, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Matches("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$").MaximumLength(60);
            RuleFor(c => c.NameRu).NotEmpty().MaximumLength(300);
            RuleFor(c => c.NameEn).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Source).MaximumLength(500);
            RuleFor(c => c.Data).Must(Dictionaries.IsData);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var dictionary = Dictionaries.Find(command.Dictionary);
            await db.Execute(Sql, new
            {
                dictionary, command.Code, command.NameRu, command.NameEn, command.Source, Data = Dictionaries.Data(command.Data),
                Today = RegionTime.Today(RegionTime.Federation, time),
            }, ct);
            audit.AboutPlatform(new DictionaryEntryAdded(dictionary, command.Code));
            return new(command.Code, 1);
        }
    }

    const string Sql = """
        insert into dictionary_entry (dictionary, code, version, name_ru, name_en, source, data, valid_from, position)
        select @dictionary, @Code, 1, @NameRu, @NameEn, @Source, @Data::jsonb, @Today,
               (select coalesce(max(position), 0) + 1 from dictionary_entry where dictionary = @dictionary)
        """;
}
