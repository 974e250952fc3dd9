-- What the product's peers need on its tables, to answer the same.

CREATE OR REPLACE FUNCTION planning.subtree(root uuid) RETURNS SETOF planning.objectives LANGUAGE sql STABLE AS $$
  SELECT o.* FROM planning.objectives r JOIN planning.objectives o ON o.cycle_id = r.cycle_id AND o.path >= r.path AND o.path < r.path || '~' WHERE r.id = root ORDER BY o.path
$$;

ALTER TABLE planning.comments ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- A comment as the product keeps it: with its entry in the history, hash included, and the event that subscribers hear.
CREATE OR REPLACE FUNCTION planning.write_comment(subject uuid, by_person uuid, words text) RETURNS planning.comments LANGUAGE plpgsql VOLATILE AS $$
DECLARE o planning.objectives; c planning.comments; told text;
BEGIN
  SELECT * INTO STRICT o FROM planning.objectives WHERE id = subject;
  told := json_build_object('subjectId', subject, 'at', now(), 'byId', by_person, 'text', words, 'mentions', '[]')::text;
  INSERT INTO planning.comments (subject_id, at, by_id, text, mentions, version, change_hash)
    VALUES (subject, now(), by_person, words, '{}', 1, encode(sha256(convert_to(subject || '1' || now() || by_person || told, 'UTF8')), 'hex')) RETURNING * INTO c;
  INSERT INTO platform.changes (id, subject_type, subject_id, sequence, at, by, action, after, hash)
    VALUES (gen_random_uuid(), 'Comment', c.id, 1, now(), by_person, 'writeComment', told, c.change_hash);
  INSERT INTO platform.outbox_messages (id, aggregate_id, type, payload, created_at, ordinal, attempts, parked, delivered_at)
    VALUES (gen_random_uuid(), subject, 'Objectives.Contracts.Planning.ObjectiveChanged', json_build_object('ObjectiveId', subject, 'CycleId', o.cycle_id, 'Path', o.path)::text, now(), 0, 0, false, now());
  RETURN c;
END $$;

ALTER TABLE monitoring.actuals ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- The rows alone, as plain as can be.
CREATE OR REPLACE FUNCTION monitoring.insert_actuals(rows json) RETURNS int LANGUAGE sql VOLATILE AS $$
  WITH written AS (
    INSERT INTO monitoring.actuals (objective_id, period, value, source, reported_by_id, reported_at, note)
    SELECT (r->>'objectiveId')::uuid, r->>'period', (r->>'value')::bigint, r->>'source', (r->>'reportedById')::uuid, (r->>'reportedAt')::timestamptz, r->>'note' FROM json_array_elements(rows) r
    RETURNING 1)
  SELECT count(*)::int FROM written
$$;

-- A cycle's standings by unit and health: the product adds the tree of units, and what the viewer may see.
DROP FUNCTION IF EXISTS monitoring.standings_by_unit(uuid);
CREATE FUNCTION monitoring.standings_by_unit(cycle uuid) RETURNS TABLE (name text, health text, objectives int, attainment numeric) LANGUAGE sql STABLE AS $$
  SELECT u.name, s.health, count(*)::int, round(avg(s.attainment_points) / 10000, 4) FROM monitoring.standings s JOIN organization.units u ON u.id = s.unit_id
  WHERE s.cycle_id = cycle GROUP BY u.id, s.health ORDER BY 4
$$;
