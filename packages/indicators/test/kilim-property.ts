import { Serializer } from 'survey-core';

// As whoever edits a survey elsewhere does, so that our part of it is kept. Once: there is one survey-core for all tests.
if (!Serializer.findProperty('survey', 'kilim')) Serializer.addProperty('survey', 'kilim');
