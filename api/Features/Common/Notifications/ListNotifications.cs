using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>The caller's inbox, the newest first.</summary>
public static class ListNotifications
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/", async (HttpContext http, [AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListNotifications), Permission.SignedIn);

    /// <param name="Unread">True: only what was not read.</param>
    /// <param name="Topic">Only of this topic.</param>
    public sealed record Query(bool? Unread = null, NotificationTopic? Topic = null, string? Cursor = null, int? Size = null) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required NotificationKind Kind { get; init; }
        public required NotificationTopic Topic { get; init; }

        /// <summary>The program's title, the file's name, the school: what it is about.</summary>
        public required string Title { get; init; }

        /// <summary>The meeting's topic or the activity, where it is about one.</summary>
        public required string? About { get; init; }

        /// <summary>When it takes place; null for what has no time of its own.</summary>
        public required DateTime? StartsAt { get; init; }

        /// <summary>The page of the web client that shows it.</summary>
        public required string Path { get; init; }
        public required DateTime At { get; init; }
        public required DateTime? ReadAt { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            if (caller.Owner() is not { } account) return new([], null);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListNotifications)}/{query.Unread}/{query.Topic}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql(query, after is not null),
                new { account, Topic = query.Topic?.ToString(), after?.At, after?.Id, Limit = size + 1 }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.At, item.Id));
        }
    }

    static string Sql(Query query, bool continues) => $"""
        select id, kind, topic, title, about, starts_at, path, at, read_at from notification
         where account_id = @account and in_app
           {(query.Unread == true ? "and read_at is null" : "")}
           {(query.Topic is null ? "" : "and topic = @Topic")}
           {(continues ? "and (at, id) < (@At, @Id)" : "")}
         order by at desc, id desc limit @Limit
        """;
}
