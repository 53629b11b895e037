/** Why something was not carried over, and what to do about it. */
export interface Reason {
  readonly why: string;
  readonly mend?: string;
}

const APPEARANCE: Reason = { why: 'Only how it looks; the form here has a look of its own.' };
const BEHAVIOUR: Reason = { why: 'How SurveyJS behaves while it is filled in; the form here decides that.' };
const WORDS: Reason = { why: 'There is no place for this text.' };
const LOGIC: Reason = {
  why: 'There is nothing here that is calculated, enabled or required by an expression of this kind.',
  mend: 'Say it by conditions on questions, computed questions or rules across answers.',
};
const DEFAULTS: Reason = {
  why: 'No answer is given beforehand here: it would look as if somebody had given it.',
};
const SOURCES: Reason = {
  why: 'Choices are never fetched or made while the form is filled in.',
  mend: 'Write the choices down.',
};
const RULES: Reason = {
  why: 'An answer is not held to this here.',
  mend: 'Say it as a rule across answers, or in the help of the question.',
};
const PROGRAMS: Reason = { why: 'It acts on the page or leads away from it; nothing imported ever does.' };
const HIDDEN: Reason = {
  why: 'Nothing is hidden from the start here: it is asked.',
  mend: 'Say when it is asked as a condition, or take it out.',
};
const MALFORMED: Reason = { why: 'It has not the form that SurveyJS gives it.', mend: 'Correct it.' };
const UNKNOWN: Reason = { why: 'It is not known here.' };

/** The properties of survey-core 2.5 that are not carried over, each with the reason. */
const REASONS: ReadonlyMap<string, Reason> = new Map(
  (
    [
      [
        APPEARANCE,
        'alternateRows backgroundColor backgroundImage backgroundImageAttachment backgroundImageFit backgroundOpacity cellComponent colCount cols colSpan columnColCount columnLayout columnMinWidth commentAreaRows contentMode currency descriptionLocation detailPanelMode displayMode displayRateDescriptionsAsExtremeItems displayStyle effectiveColSpan errorLocation fitToContainer format gridLayoutColumns gridLayoutEnabled headerView height hideNumber horizontalScroll hoverFillColor hoverStrokeColor hoverStrokeWidth idleFillColor idleStrokeColor idleStrokeWidth imageFit imageHeight imageWidth indent innerIndent inputFieldComponent inputSize inputTextAlignment itemComponent itemErrorLocation itemTitleWidth labelCount labelFormat logo logoFit logoHeight logoPosition logoWidth matrixDragHandleArea maxImageHeight maxImageWidth maxWidth minImageHeight minImageWidth minWidth navigationButtonsLocation panelsState penColor penMaxWidth penMinWidth previewMode progressBarInheritWidthFrom progressBarLocation progressBarShowPageNumbers progressBarShowPageTitles progressBarType questionDescriptionLocation questionErrorLocation questionStartIndex questionTitleLocation questionTitlePattern questionTitleTemplate questionTitleWidth rateColorMode rateDescriptionLocation rateType renderAs renderMode requiredMark rowTitleWidth rows scaleColorMode selectToRankAreasLayout selectToRankSwapAreas selectedFillColor selectedStrokeColor selectedStrokeWidth separateSpecialChoices shape showBrandInfo showHeader showLabel showLabels showNumber showPageNumbers showPageTitles showProgressBar showQuestionNumbers showTOC showTitle signatureAutoScaleEnabled signatureHeight signatureWidth singleInputTitleTemplate startWithNewLine state swapOrder tabAlign templateErrorLocation templateQuestionTitleLocation templateQuestionTitleWidth textWrapEnabled timerInfoMode timerLocation titleLocation tocItemComponent tocLocation tooltipFormat tooltipVisibility totalAlignment totalCurrency totalDisplayStyle totalMaximumFractionDigits totalMinimumFractionDigits transposeData useGrouping useTitleAsLabel verticalAlign width widthMode minimumFractionDigits cellErrorLocation detailErrorLocation addRowButtonLocation removePanelButtonLocation css customLabels',
      ],
      [
        BEHAVIOUR,
        'acceptCarriageReturn allowAdaptiveActions allowAddPanel allowAddRows allowCameraAccess allowClear allowDragRange allowImagesPreview allowRemovePanel allowRemoveRows allowResize allowResizeComment allowRowReorder allowSwap autoAdvanceAllowComplete autoAdvanceEnabled autoFocusFirstError autoFocusFirstQuestion autoGrow autoGrowComment autocomplete checkErrorsMode choicesLazyLoadEnabled choicesLazyLoadPageSize choicesOrder clearIfInvisible clearInvisibleValues closeOnSelect confirmDelete cookieName dataFormat defaultDisplayValue detailPanelShowOnAdding firstPageIsStartPage hideColumnsIfEmpty hideIfChoicesEmpty hideIfRowsEmpty hideSelectedItems includeIntoResult isSinglePage longTap maskSettings maskType maxCommentLength mode needConfirmRemoveFile newPanelPosition page partialSendEnabled photoPlaceholder questionOrder questionsOnPageMode randomize randomizeCategory readOnly rowOrder searchEnabled searchMode selectToRankEnabled showCommentArea showCompletePage showNavigationButtons showPrevButton showPreview showPreviewBeforeComplete showSelectAllItem showTimer showTimerPanel sourceType storeDataAsText storeOthersAsComment surveyId surveyPostId surveyShowDataSaving textUpdateMode timeLimit timeLimitPerPage useDisplayValuesInDynamicTexts validateVisitedEmptyFields valueName valuePropertyName waitForUpload showInMultipleColumns sjsVersion $schema sliderType focusFirstQuestionAutomatic',
      ],
      [
        WORDS,
        'addPanelText addRowText altText cellHint commentPlaceholder commentText completeText completedBeforeHtml completedHtml confirmDeleteText createCustomChoiceText editText fileOrPhotoPlaceholder filePlaceholder keyDuplicationError label labelFalse labelTrue loadingHtml maxErrorText maxRateDescription minErrorText minRateDescription navigationDescription navigationTitle nextPanelText noEntriesText noRowsText otherErrorText otherPlaceholder pageNextText pagePrevText placeholder placeholderReadOnly prevPanelText previewText removePanelText removeRowText requiredErrorText selectAllText selectToRankEmptyRankedAreaText selectToRankEmptyUnrankedAreaText showPlaceholder startSurveyText stepErrorText tabTitlePlaceholder templateDescription templateTabTitle text totalFormat totalText cells html',
      ],
      [
        LOGIC,
        'calculatedValues choicesEnableIf choicesVisibleIf columnsVisibleIf completedHtmlOnCondition enableIf expression maxValueExpression minValueExpression requiredIf resetValueIf rowsVisibleIf setValueExpression setValueIf templateVisibleIf totalExpression totalType triggers visibleIf bindings elements detailElements',
      ],
      [
        DEFAULTS,
        'copyDefaultValueFromLastEntry correctAnswer defaultPanelValue defaultRowValue defaultValue defaultValueExpression panelCount rowCount',
      ],
      [
        SOURCES,
        'allowCustomChoices choiceTextsFromQuestion choiceValuesFromQuestion choices choicesByUrl choicesFromQuestion choicesFromQuestionMode choicesMax choicesMin choicesStep dataList rateValues columns areas items',
      ],
      [
        RULES,
        'acceptedCategories acceptedTypes allowMultiple eachRowRequired eachRowUnique isCommentRequired isRequired isUnique isAllRowRequired keyName max maxFiles maxLength maxPanelCount maxRangeLength maxRowCount maxSelectedAreas maxSelectedChoices maxSize maxTextLength maximumFractionDigits min minPanelCount minRangeLength minRowCount minSelectedAreas minSelectedChoices multiSelect precision step validators notificationType autoGenerate rateCount rateMax rateMin rateStep valueFalse valueTrue',
      ],
      [HIDDEN, 'visible'],
      [
        MALFORMED,
        'cellType dontKnowText hasDontKnow hasNone hasOther hasRefuse inputType name noneText otherText refuseText showDontKnowItem showNoneItem showOtherItem showRefuseItem templateElements minCount maxCount minValue maxValue type locale pages',
      ],
      [PROGRAMS, 'imageLink navigateToUrl navigateToUrlOnCondition'],
    ] as const
  ).flatMap(([reason, names]) => names.split(' ').map((name): [string, Reason] => [name, reason])),
);

/** Why a property that was not taken is lost. */
export function whyLost(property: string): Reason {
  return REASONS.get(property) ?? UNKNOWN;
}
